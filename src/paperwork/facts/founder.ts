import { type Dossier, findRecord, type RecordOf, recordsOf } from "../records/index.ts";
import { validOn } from "./period.ts";

/** Whose an organisation is: of a municipality, of a region, of the federation, of private founders. */
type FounderKind = "municipality" | "region" | "federation" | "private";

/** Whose it is, and the body that acts for the founder: it stands above the name on the letterhead; null where there is none. */
type Founder = { readonly kind: FounderKind; readonly organisation: string | null };

/** Words of a full name that say whose the organisation is; the first that is there decides. */
const WORDS: readonly (readonly [FounderKind, RegExp])[] = [
  [
    "private",
    /(?<![а-яё])(частн|негосударственн|некоммерческ|благотворительн|ограниченной ответственностью|акционерн)/,
  ],
  ["municipality", /(?<![а-яё])муниципальн/],
  ["federation", /(?<![а-яё])федеральн/],
  ["region", /(?<![а-яё])(государственн|областн|краев|республиканск)/],
];

/** Roles of schools: the body that supervises education acts for their founder. */
const SCHOOLS: ReadonlySet<string | undefined> = new Set(["base-school", "district-school"]);

/** What a full name says, outside its quotes: «частное общеобразовательное учреждение «Школа»» → private; null when it does not say. */
export function founderInName(full: string): FounderKind | null {
  const words = outsideQuotes(full);
  return WORDS.find(([, look]) => look.test(words))?.[0] ?? null;
}

/** Whether a full name, outside its quotes, is that of a kindergarten: it holds no olympiads and has no graduates to speak of. */
export function isPreschool(full: string): boolean {
  return /(?<![а-яё])дошкольн/u.test(outsideQuotes(full));
}

function outsideQuotes(full: string): string {
  return full.toLowerCase().replace(/«.*»/u, "");
}

/**
 * The founder of an organisation on the day: what its record says, else what its name says, else that of its territory. A school of the municipality
 * (of the region, where the territory is one) is under the body that the centre's record names; other schools are under none.
 */
export function founderOf(
  dossier: Dossier,
  record: RecordOf<"centre"> | RecordOf<"organisations">,
  date: string,
): Founder {
  const { founder, names, territory } = record.data;
  const name = validOn(names, date)?.entry ?? names?.at(-1);
  const own = isWhole(findRecord(dossier, "territories", territory), date) ? "region" : "municipality";
  const kind = founder?.kind ?? founderInName(name?.full ?? "") ?? own;
  const [centre] = recordsOf(dossier, "centre");
  const school = record.collection === "centre" || SCHOOLS.has("role" in record.data ? record.data.role : undefined);
  const above = school && kind === own ? centre?.data.committee : undefined;
  return { kind, organisation: founder?.organisation ?? above ?? null };
}

/** True when the territory is a whole region: nothing of it is municipal. */
export function isWhole(territory: RecordOf<"territories"> | undefined, date: string): boolean {
  const { names, region } = territory?.data ?? {};
  return region !== undefined && validOn(names, date)?.entry.full === region;
}
