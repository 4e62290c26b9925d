import { addDays, numericDate } from "../../../base/text/index.ts";
import { matchesIn } from "../matches-in.ts";
import { DAY, dayOf, SPACE } from "../reference-date.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { datesInDoubt } from "./date-in-doubt.ts";

/** Years after which a day of a clause is rather a slip of the year. */
const FAR = 6;
/** Days after which a day of a task is. */
const YEAR = 366;

/** What a text asks for is not due before its document, nor many years after it. */
export const taskInThePast: RecordRule = {
  code: "TRC2248",
  title: text("В тексте срок раньше документа или слишком далеко", "A text asks for what is past or far away"),
  validations: ["V41"],
  severity: "warning",
  why: text(
    "Просьбу и поручение исполняют после даты документа: чаще всего в тексте остался прошлый год или набран не тот",
    "What is asked for is done after the document: mostly the year of last time was left, or another one typed",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: принять заявки до 13.02.2025",
    right: "items:\n  - text: принять заявки до 13.02.2026",
  },
  *check(facts): Iterable<Finding> {
    const inDoubt = datesInDoubt(facts);
    for (const { record, date, pointer } of facts.documents) {
      if (record.collection === "reports" || inDoubt(record)) continue;
      for (const { found, place } of matchesIn(record, ASKED)) {
        const day = dayOf(found);
        const { before, sentence } = sentenceOf(found);
        const asks = TASKS.test(place.pointer) || ASKING.test(sentence);
        if (day === null || !asks || (/^до/iu.test(found[0]) && DONE.test(before))) continue;
        const end = record.collection === "documents" ? record.data.extendsTo : undefined;
        const event = record.kind === "notice" && record.collection === "documents" ? record.data.from : undefined;
        const [bound, key] = [end ?? event, end === undefined ? "/from" : "/extendsTo"];
        if (bound !== undefined && bound >= date && day > bound && !LASTS.test(sentence))
          yield {
            ...place,
            message: text(
              `${numericDate(day)} – позже, чем ${numericDate(bound)}: тогда это уже не нужно`,
              `${day} is later than ${bound}: it is of no use then`,
            ),
            hints: text("Проверьте год и месяц в тексте", "Check the year and the month in the text"),
            related: {
              record,
              pointer: key,
              message:
                end === undefined
                  ? text("день мероприятия", "the day of the event")
                  : text("новый срок договора", "the new term"),
            },
          };
        const far = !LASTS.test(sentence) && day > farFrom(date, place.pointer);
        if (day >= date && !far) continue;
        yield {
          ...place,
          message: far
            ? text(`${numericDate(day)} – слишком далеко от даты документа`, `${day} is too far from the document`)
            : text(
                `${numericDate(day)} – раньше документа, который об этом просит (${numericDate(date)})`,
                `${day} is before the document that asks for it (${date})`,
              ),
          hints: text("Проверьте год и месяц в тексте", "Check the year and the month in the text"),
          related: { record, pointer, message: text("дата документа", "date of the document") },
        };
      }
    }
  },
};

/** A task is done within a school year; words of a clause hold for years. */
function farFrom(date: string, pointer: string): string {
  if (!NEW_WORDS.test(pointer)) return addDays(date, YEAR);
  return `${Number(date.slice(0, 4)) + FAR}-12-31`;
}

/** «Провести 19.02.2026», «принять до 13 февраля 2026 г.», «не позднее 06.02.2026». */
const ASKED = new RegExp(
  `(?<!\\p{L})(?:провести|созвать|организовать|начать|завершить|представить|собрать|до|не${SPACE}позднее|не${SPACE}позже|к)${SPACE}${DAY}`,
  "giu",
);
/** Texts that ask: tasks of orders, what a meeting has decided, new words of a clause. */
const TASKS = /^\/(?:items|tasks)\/\d+\/text$|\/decided\/\d+\/text$|^\/changes\/\d+\/text$/;
const NEW_WORDS = /^\/(?:changes\/\d+|amends\/\d+\/changes\/\d+)\/text$/;
/** Elsewhere a text asks where it says so. */
const ASKING = /(?<!\p{L})(?:прос(?:им|ьба)|необходимо|следует|надлежит)(?!\p{L})/iu;
/** «Заявки, поступившие до 30.01.2026», «принятым на работу до», «с 01.09.2024 до»: told of what was, not asked for. */
const DONE =
  /\p{L}(?:вш(?:ий|ие|ая|ее|их|им|ими|ей|его|ему|ую)(?:ся)?|(?:нн|[аеияуыо]т)(?:ый|ые|ая|ое|ых|ым|ыми|ой|ого|ому|ую))(?:[ \u00a0]\p{L}+){0,3}[ \u00a0]$|(?<!\p{L})с[ \u00a0][\d.]+[ \u00a0]$/iu;
/** What is kept or in force for years may end far away. */
const LASTS = /(?<!\p{L})(?:хран|действ|срок|период|развити)/iu;

/** The sentence of a match, and what stands in it before the match. */
function sentenceOf({ 0: words, index, input }: RegExpExecArray): {
  readonly before: string;
  readonly sentence: string;
} {
  const before =
    input
      .slice(0, index)
      .split(/[.!?][ \u00a0]+(?=\p{Lu})/u)
      .at(-1) ?? "";
  const [after = ""] = input.slice(index + words.length).split(/[.!?][ \u00a0]+(?=\p{Lu})/u);
  return { before, sentence: before + words + after };
}
