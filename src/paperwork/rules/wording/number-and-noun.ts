import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, together } from "./replacing.ts";

/** What is counted in records: after 2 to 4, and after 5 and more. */
const COUNTED: readonly (readonly [few: string, many: string])[] = [
  ["занятия", "занятий"],
  ["мероприятия", "мероприятий"],
  ["заседания", "заседаний"],
  ["пособия", "пособий"],
  ["семинара", "семинаров"],
  ["сборника", "сборников"],
  ["доклада", "докладов"],
  ["конкурса", "конкурсов"],
  ["участника", "участников"],
  ["победителя", "победителей"],
  ["призёра", "призёров"],
  ["педагога", "педагогов"],
  ["учителя", "учителей"],
  ["выпускника", "выпускников"],
  ["консультации", "консультаций"],
  ["олимпиады", "олимпиад"],
  ["встречи", "встреч"],
  ["заявки", "заявок"],
  ["команды", "команд"],
];
const FEW = new Map(COUNTED.map(([few, many]) => [few, many]));
const MANY = new Map(COUNTED.map(([few, many]) => [many, few]));

/** After a word that says what was done, the count is its subject: «проведены 5 занятий», «определены 3 победителя». */
const DONE = String.raw`(?<!\p{L})(?:провед|определ|представл|подготовл|рассмотр|награжд|выявл|принят|подан|собран|издан|обуч)(?:ен[ыо]|ён|[ыо])|(?<!\p{L})участвовал[ио]|(?<!\p{L})состоял(?:ись|ось)`;

/** It may be the number that is wrong. */
const MAYBE = { safe: false };

/** A number and what it counts agree: «5 занятий», «3 победителя». */
export const numberAndNoun: WordingRule = {
  code: "TRC4140",
  title: text("Число и слово после него не согласуются", "A number and the noun after it do not agree"),
  validations: ["V33"],
  severity: "warning",
  why: text(
    "После 2, 3 и 4 пишут «занятия», после 5 и больше – «занятий»: чаще всего исправлено число, а слово осталось",
    "The noun takes one form after 2 to 4 and another after 5 and more: mostly the number was changed and the noun was not",
  ),
  norm: "Нормы русского литературного языка",
  example: inOrder("учесть, что проведены 5 занятия", "учесть, что проведены 5 занятий"),
  recordsOnly: true,
  findText: together(
    replacing(
      new RegExp(`(${DONE})([ \\u00a0](?:1\\d|\\d*[05-9])[ \\u00a0])(${[...FEW.keys()].join("|")})(?!\\p{L})`, "giu"),
      ([, done = "", number = "", noun = ""]) => `${done}${number}${FEW.get(noun.toLowerCase()) ?? noun}`,
      MAYBE,
    ),
    replacing(
      new RegExp(`(${DONE})([ \\u00a0](?:\\d*[02-9])?[2-4][ \\u00a0])(${[...MANY.keys()].join("|")})(?!\\p{L})`, "giu"),
      ([, done = "", number = "", noun = ""]) => `${done}${number}${MANY.get(noun.toLowerCase()) ?? noun}`,
      MAYBE,
    ),
    // «Участвовала 9 команд»: the verb was that of one.
    replacing(
      new RegExp(
        `(?<!\\p{L})(участвовал|присутствовал|прибыл)а?(?=[ \\u00a0](?:\\d*1\\d|\\d*[02-9])[ \\u00a0](?:${[...FEW].flat().join("|")}|школ|школы|организаций|организации|обучающихся|учеников|ученика|школьников|школьника|человек|человека|родителей|родителя)(?!\\p{L}))`,
        "giu",
      ),
      ([, verb = ""]) => `${verb}и`,
      MAYBE,
    ),
  ),
};
