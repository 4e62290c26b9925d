import type { DataOf, RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type MatchIn, matchesIn } from "../matches-in.ts";
import { DATED, dayOf } from "../reference-date.ts";
import { located } from "../rule.ts";

type Act = NonNullable<NonNullable<DataOf<"laws">["acts"]>[number]>;

/** An act of the reference book and its place there. */
type KnownAct = { readonly act: Act; readonly pointer: string };

/** An act as a text names it. */
export type NamedAct = {
  readonly number: string;
  /** The day in the text; null where it gives none. */
  readonly day: string | null;
  /** Day of the document. */
  readonly made: string;
  /** Acts of the reference book that have this number. */
  readonly known: readonly KnownAct[];
  /** A federal law: the reference book should have it. */
  readonly law: boolean;
  readonly place: MatchIn["place"];
};

/** The acts that the texts of documents name, beside the reference book; nothing where there is no book. */
export function* namedActs(facts: Facts): Iterable<NamedAct & { readonly laws: RecordOf<"laws"> }> {
  const laws = facts.find("laws", "laws");
  if (laws === undefined) return;
  const acts = located(laws.data.acts, "/acts").map(([pointer, act]): KnownAct => ({ act, pointer }));
  for (const { record, date: made } of facts.documents) {
    if (!/№|ФК?З|ГОСТ/.test(record.text)) continue;
    for (const { found, place } of matchesIn(record, NAMED)) {
      const { body, number = found.groups?.gost?.replace("–", "-") ?? "" } = found.groups ?? {};
      const law = /-ФК?З$|^\d{3,4}-[1I]$/iu.test(number);
      const kind = found.groups?.gost === undefined ? body?.toLowerCase() : "гост";
      // Orders of many bodies have one number: only that of the body that the text names is meant.
      if (!law && kind === undefined) continue;
      const known = acts.filter(
        ({ act }) =>
          act.number?.toLowerCase() === number.toLowerCase() && (law || act.kind?.toLowerCase().includes(kind ?? "")),
      );
      yield { number, day: dayOf(found), made, known, law, place, laws };
    }
  }
}

/** Numbers of laws begin anew every year: another day of the same year, or the same day of another, is a slip. */
export function aSlip(date: string, day: string): boolean {
  return date.slice(0, 4) === day.slice(0, 4) || date.slice(4) === day.slice(4);
}

const BODIES =
  "Росархив|Минобрнауки|Минпросвещени|Рособрнадзор|Роскомнадзор|Минкомсвяз|Минцифр|Минкультур|Минтруд|Правительств|Росстандарт";
/** «от 29.12.2012 № 273-ФЗ», «№ 273-ФЗ», «приказ Росархива от 20.12.2019 № 236», «ГОСТ Р 7.0.97-2016». */
const NAMED = new RegExp(
  `(?:(?:(?<body>${BODIES})[\\p{L} ]{0,40}?[\\s\\u00a0]+)?${DATED}[\\s\\u00a0]+)?(?:№[\\s\\u00a0]*|(?<![\\p{L}\\d.-])(?=\\d+-ФК?З))(?<number>\\d+(?:-(?:ФК?З|[1I])(?![\\p{L}\\d])|\\p{Ll}{0,2}(?![\\p{L}\\d/-])))|ГОСТ[\\s\\u00a0]+Р[\\s\\u00a0]+(?<gost>\\d[\\d.]*[-–]\\d{4})(?!\\d)`,
  "gu",
);
