import { lettersApart } from "../../../base/diagnostics/index.ts";
import { allRecords, type ContentRecord } from "../../records/index.ts";
import { type MatchIn, matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A name in quotes of two words at least; what is declined stands outside the quotes. */
const NAME = /(?<=«)[А-ЯЁ][^«»\n]{9,80}(?=»)/gu;
/** So many letters apart are a slip; more is another name. */
const APART = 2;

/** A name in quotes is spelt one way in one record. */
export const quotedNames: RecordRule = {
  code: "TRC4138",
  title: text("Название в кавычках написано по-разному", "A name in quotes is spelt two ways"),
  validations: ["V33"],
  severity: "warning",
  why: text(
    "Название мероприятия или программы не склоняют и не пересказывают: в одной бумаге оно одно",
    "The name of an event or a programme does not change: in one paper it is one",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "subject: О конференции «Первые шаги в науку»\nitems: [{text: провести конференцию «Первые шаги науку»}]",
    right: "subject: О конференции «Первые шаги в науку»\nitems: [{text: провести конференцию «Первые шаги в науку»}]",
  },
  *check({ dossier }): Iterable<Finding> {
    const records = allRecords(dossier).filter(
      ({ collection, text: own }) => collection !== "register" && own.includes("«"),
    );
    const inRecords = records.map((record) => spellingsOf(record));
    // Of two spellings the one that other records have as well is right.
    const known = new Map<string, number>();
    for (const name of inRecords.flatMap((own) => [...own.keys()])) known.set(name, (known.get(name) ?? 0) + 1);
    for (const own of inRecords) {
      const spellings = [...own].sort(
        ([a, x], [b, y]) => (known.get(b) ?? 0) - (known.get(a) ?? 0) || y.length - x.length,
      );
      for (const [at, [usual, [first]]] of spellings.entries())
        for (const [other, places] of spellings.slice(at + 1)) {
          if (first === undefined || !isSlip(usual, other)) continue;
          for (const { place } of places)
            yield {
              ...place,
              message: text(`Здесь «${other}», а рядом – «${usual}»`, `«${other}» here, «${usual}» beside it`),
              hints: text("Напишите название одинаково", "Spell the name one way"),
              related: { ...first.place, message: text("то же название", "the same name") },
            };
        }
    }
  },
};

/** The names of a record with their places. */
function spellingsOf(record: ContentRecord): ReadonlyMap<string, readonly MatchIn[]> {
  const names = new Map<string, MatchIn[]>();
  for (const one of matchesIn(record, NAME))
    if (one.found[0].includes(" ")) names.set(one.found[0], [...(names.get(one.found[0]) ?? []), one]);
  return names;
}

/** Names of a series differ by a number or a letter of it: «Тетрадь № 1», «Физика. 8 класс». */
function isSlip(a: string, b: string): boolean {
  const bare = (name: string): string => name.replaceAll("\u00a0", " ");
  if (/\d|\b[IVX]+\b/.test(a + b) || bare(a) === bare(b)) return false;
  return Math.abs(a.length - b.length) <= APART && lettersApart(bare(a), bare(b)) <= APART;
}
