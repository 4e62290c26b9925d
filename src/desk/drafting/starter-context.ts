import { type Diagnostic, type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import {
  agreed,
  DECLINE,
  declinePhrase,
  declinePosition,
  genderOfName,
  genderOfPerson,
  nounOfName,
  preposition,
} from "../../language/index.ts";
import { formatNumber, founderInName, isPreschool, parseNumber } from "../../paperwork/facts/index.ts";
import type { AnswersFile } from "../../paperwork/schemas/index.ts";
import { FINDINGS } from "./findings.ts";
import { freeName, slug } from "./slug.ts";
import { starterDays } from "./starter-days.ts";

/** Answers of a new centre. */
export type Answers = AnswersFile;
type PersonAnswer = Answers["coordinator"] & Pick<Answers["centre"]["head"], "acting">;

/** What the starter templates are filled with. */
export type StarterContext = { readonly [name: string]: unknown } & {
  readonly organisations: readonly { readonly id: string }[];
  readonly people: readonly { readonly id: string }[];
  readonly lexicons: readonly { readonly forms: NonNullable<Answers["forms"]> }[];
  readonly years: readonly number[];
  readonly notes: readonly Text[];
};

type StarterPerson = {
  readonly id: string;
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
  readonly gender: string;
  readonly positions: { readonly title: string; readonly organisation: string; readonly from: string }[];
};

/** A person in a post; where it is acted for, the order on whose ground. */
type Holder = StarterPerson & Pick<PersonAnswer, "title" | "acting"> & { readonly from: string };

/** Answers → names, ids, days and numbers of the first records. Codes TRC9006 when a gender is not clear, TRC9008 when somebody acts for a head without an order. */
export function starterContext(answers: Answers, date: string): Outcome<StarterContext> {
  const days = starterDays(answers.statusOrder?.date ?? date);
  const names = new Names(days.employedFrom);
  const { territory, statusOrder } = answers;
  const { centre, committee, institute, bases } = partiesOf(answers, names);
  const coordinator = names.person(answers.coordinator, "centre", "coordinator");
  const clerk = names.person(answers.clerk, "centre", "clerk");
  if (names.faults.length > 0) return { diagnostics: names.faults };
  const common = territory.common ?? nounOfName(territory.short) ?? nounOfName(territory.full) ?? "округ";
  const year = days.chain.status.slice(0, 4);
  const unnamed = text(
    "Номер приказа о статусе не назван: поставлен 1-ОД, исправьте его по подлиннику",
    "The number of the order on the status is not named: the first one was set, correct it by the original",
  );
  return {
    value: {
      ...days,
      year,
      territory: {
        ...territory,
        common,
        commonGenitive: declinePhrase(common, "genitive").text,
        gender: genderOfName(territory.full) ?? "neuter",
        /** A republic, a region: nothing of it is municipal. */
        whole: territory.full === territory.region,
      },
      centre,
      committee,
      bases,
      oneBase: bases.length === 1,
      coordinator,
      clerk,
      ...ordersOf(answers, year),
      served: SERVED[Math.min(bases.length, 2)],
      organisations: [committee, institute, ...bases, ...bases.flatMap(({ schools }) => schools)],
      people: [...names.people.values()],
      lexicons: answers.forms === undefined ? [] : [{ forms: answers.forms }],
      notes: [...(statusOrder?.number === undefined ? [unnamed] : []), ...foundersBody(answers)],
    },
    diagnostics: [],
  };
}

/** True where the full name of a school says whose it is. */
export function saysFounder(full: string): boolean {
  return founderInName(full) !== null;
}

/** What is to be added where a school is neither private nor under the body that supervises education here. */
function foundersBody({ centre, territory }: Answers): Text[] {
  const own = territory.full === territory.region ? "region" : "municipality";
  const kind = centre.founder ?? founderInName(centre.full) ?? own;
  if (kind === own || kind === "private") return [];
  return [
    text(
      "Учредитель школы – не тот орган, с которым заключён договор, и на бланке над школой никто не назван. Чтобы назвать, создайте запись органа (trc new organisation) и впишите её имя в centre.yaml: founder: {organisation: ИМЯ}",
      "The founder of the school is not the body that the agreement is with, and nobody stands above the school on its letterhead. To name one, make the record of the body (trc new organisation) and write its name in centre.yaml: founder: {organisation: NAME}",
    ),
  ];
}

/** The centre and the organisations it deals with, with their heads. */
function partiesOf(answers: Answers, names: Names) {
  const centre = {
    abbreviation: "ОО – ТРЦ",
    ...answers.centre,
    gender: names.gender(answers.centre, "centre"),
    /** A kindergarten: without olympiads and textbooks. */
    preschool: isPreschool(answers.centre.full),
    head: names.person(answers.centre.head, "centre", "centre.head"),
  };
  const about = DECLINE.organisation(answers.committee.short, "prepositional").text;
  const bodyNoun = nounOfName(answers.committee.full) ?? answers.committee.short;
  const committee = {
    ...answers.committee,
    id: "committee",
    role: "committee",
    gender: names.gender(answers.committee, "committee"),
    head: names.person(answers.committee.head, "committee", "committee.head"),
    executor: answers.committee.executor && names.person(answers.committee.executor, "committee", "committee.executor"),
    authority: {
      basis: "regulation",
      title: answers.committee.authority ?? `Положения ${preposition("о", about)} ${about}`,
    },
    /** What it is called in agreements, and its short name in the cases that the texts of records need. */
    alias: capitalized(bodyNoun),
    genitive: DECLINE.organisation(answers.committee.short, "genitive").text,
    instrumental: DECLINE.organisation(answers.committee.short, "instrumental").text,
  };
  const institute = {
    ...answers.institute,
    id: "institute",
    role: "institute",
    gender: names.gender(answers.institute, "institute"),
  };
  const bases = answers.bases.map((base, index) => {
    const id = names.organisation("base", base.full);
    return {
      ...base,
      id,
      role: "base-school",
      gender: names.gender(base, `bases.${index}`),
      head: names.person(base.head, id, `bases.${index}.head`),
      authority: { basis: "charter", title: "Устава" },
      agreement: index + 2,
      district: {
        id: `${slug(base.district.split(" ")[0] ?? "", 1) || "okrug"}-${index + 1}`,
        name: base.district,
        gender: genderOfName(base.district) ?? "masculine",
        prepositional: declinePhrase(base.district, "prepositional").text,
      },
      schools: base.schools.map((school, number) => ({
        ...school,
        id: names.organisation("school", school.full),
        role: "district-school",
        gender: names.gender(school, `bases.${index}.schools.${number}`),
      })),
    };
  });
  return { centre, committee, institute, bases };
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Numbers and ids of the order that grants the status and of the school's first two. */
function ordersOf({ firstOrder, statusOrder, committee }: Answers, year: string) {
  const first = parseNumber(firstOrder ?? "1-ОД") ?? { prefix: "", order: 1, letter: "", suffix: "" };
  const order = (count: number): { number: string; id: string } => {
    const number = formatNumber({
      ...first,
      order: (first.order ?? 1) + count,
      letter: count === 0 ? first.letter : "",
    });
    return { number, id: `${slug(number)}-${year}` };
  };
  const orders = { responsible: order(0), operation: order(1) };
  const number = statusOrder?.number ?? "1-ОД";
  const id = `${slug(number)}-${year}`;
  const taken = [orders.responsible.id, orders.operation.id].includes(id);
  // The school may well have an order of the same number: then that of the authority goes by the name of its author.
  return { status: { number, id: taken ? `${slug(nounOfName(committee.full) ?? "status")}-${id}` : id }, orders };
}

/** Whom the centre helps, by the number of base schools. */
const SERVED = [
  "образовательным организациям",
  "базовой образовательной организации",
  "базовым образовательным организациям",
] as const;

/** «И. о. директора», «исполняющая обязанности», «врио»: a position that is acted for. */
const ACTING = /^(и\.\s?о\.|врио|врид|(временно )?исполняющ)/i;

/** Ids and genders of the people and organisations that the answers name; where a gender is not clear, a fault. */
class Names {
  readonly faults: Diagnostic[] = [];
  readonly people = new Map<string, StarterPerson>();
  readonly #ids = new Set(["committee", "institute", "centre"]);
  readonly #employedFrom: string;

  constructor(employedFrom: string) {
    this.#employedFrom = employedFrom;
  }

  /** Id of an organisation, by the first word of its own name. */
  organisation(prefix: string, full: string): string {
    const own = /«([^»]+)»/.exec(full)?.[1]?.split(" ")[0] ?? full;
    const id = freeName(`${prefix}-${slug(own, 2)}`, (one) => this.#ids.has(one));
    this.#ids.add(id);
    return id;
  }

  /** @param where section of the answers */
  gender({ full, gender }: { readonly full: string; readonly gender?: string }, where: string): string {
    const found = gender ?? genderOfName(full);
    if (found === null) this.faults.push(unclearGender(where, full));
    return found ?? "neuter";
  }

  person(answer: PersonAnswer, organisation: string, where: string): Holder {
    const { surname, given, patronymic } = partsOfName(answer.name);
    const gender = answer.gender ?? genderOfPerson({ surname, given, patronymic });
    if (gender === null) this.faults.push(unclearGender(where, answer.name));
    const initials = [given, patronymic].map((part) => slug(part.slice(0, 1))).join("");
    const id = [slug(surname), initials].filter((part) => part !== "").join("-");
    // Who acts for a head does so from the day of the order.
    const { title, acting, from = acting?.orderDate ?? this.#employedFrom } = answer;
    if (ACTING.test(title)) this.faults.push(raise(FINDINGS.TRC9008, { of: [where, title] }));
    const known = this.people.get(id);
    const one = known ?? { id, surname, given, patronymic, gender: gender ?? "feminine", positions: [] };
    const sex = one.gender === "masculine" ? "masculine" : "feminine";
    const post =
      acting === undefined
        ? title
        : `${agreed("исполняющий", { gender: sex }).text} обязанности ${declinePosition(title, "genitive").text}`;
    if (!one.positions.some((position) => position.title === post && position.organisation === organisation))
      one.positions.push({ title: post, organisation, from });
    this.people.set(id, one);
    return { ...one, title, from, ...(acting && { acting }) };
  }
}

function unclearGender(where: string, name: string): Diagnostic {
  return raise(FINDINGS.TRC9006, {
    message: text(`Не понять род или пол: «${name}»`, `The gender of "${name}" is not clear`),
    hints: [
      text(
        `Добавьте в ответы, в раздел ${where}, строку gender (feminine, masculine; у организаций ещё neuter)`,
        `Add to the answers, in the section ${where}, a line gender (feminine, masculine; for organisations also neuter)`,
      ),
    ],
  });
}

/** A full name as it is typed: the surname, the given name, and all that follows. */
export function partsOfName(name: string): {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
} {
  const [surname = "", given = "", ...rest] = name.trim().split(/\s+/);
  return { surname, given, patronymic: rest.join(" ") };
}
