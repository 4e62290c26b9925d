import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, type Fields, items, number, string } from "../values.ts";

type Case = { readonly record: ContentRecord; readonly pointer: string; readonly fields: Fields };

/** The nomenclature in force in a year: its own, else the nearest earlier one, else the earliest. */
function nomenclatureOf(facts: Facts, year: number): ContentRecord | undefined {
  const all = facts
    .ofKind("documents", "case-nomenclature")
    .flatMap((record) => {
      const own = number(record.data["year"]);
      return own === undefined ? [] : [{ record, own }];
    })
    .sort((a, b) => a.own - b.own);
  return (all.filter(({ own }) => own <= year).at(-1) ?? all[0])?.record;
}

function casesOf(record: ContentRecord): Case[] {
  return items(record.data, "sections").flatMap((section) =>
    items(section.fields, "cases", section.pointer).map((one) => ({
      record,
      pointer: one.pointer,
      fields: one.fields,
    })),
  );
}

/** A document is filed in a case that the nomenclature has. */
export const caseIndex: RecordRule = {
  code: "TRC2142",
  validations: ["V50"],
  severity: "error",
  why: text(
    "Документ подшивают в дело из номенклатуры; дела с таким индексом там нет",
    "A document is filed in a case of the nomenclature",
  ),
  norm: "Правила делопроизводства: номенклатура дел",
  example: { file: "orders/2025/88-od-2025.yaml", wrong: 'caseIndex: "01-55"', right: 'caseIndex: "01-05"' },
  *check(facts): Iterable<Finding> {
    for (const { record, date } of facts.documents) {
      const nomenclature = nomenclatureOf(facts, Number(date.slice(0, 4)));
      if (nomenclature === undefined) continue;
      const known = casesOf(nomenclature).flatMap(({ fields: one }) => string(one["index"]) ?? []);
      for (const name of ["caseIndex", "case"]) {
        const index = string(record.data[name]);
        if (index === undefined || known.includes(index)) continue;
        yield {
          record,
          pointer: `/${name}`,
          message: text(`В номенклатуре дел нет дела «${index}»`, `The nomenclature has no case "${index}"`),
          hints: [text(`Есть: ${known.join(", ")}`, `There are: ${known.join(", ")}`)],
          related: [
            {
              record: nomenclature,
              pointer: "/sections",
              message: text("дела номенклатуры", "cases of the nomenclature"),
            },
          ],
          actual: index,
        };
      }
    }
  },
};

/** Within a nomenclature every index is one case and begins with its section. */
export const caseTwice: RecordRule = {
  code: "TRC2160",
  validations: ["V50"],
  severity: "error",
  why: text(
    "По индексу документ находят в деле; у двух дел не может быть одного индекса",
    "A document is found by the index of its case",
  ),
  example: {
    file: "documents/nomenclature-2026.yaml",
    wrong:
      'sections:\n  - index: "01"\n    title: Руководство\n    cases:\n      - {index: "01-05", title: Приказы, term: Постоянно, article: "19 а"}\n      - {index: "01-05", title: Журнал, term: Постоянно, article: "182 а"}',
    right:
      'sections:\n  - index: "01"\n    title: Руководство\n    cases:\n      - {index: "01-05", title: Приказы, term: Постоянно, article: "19 а"}\n      - {index: "01-06", title: Журнал, term: Постоянно, article: "182 а"}',
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.ofKind("documents", "case-nomenclature")) {
      const seen = new Map<string, Case>();
      for (const section of items(record.data, "sections")) {
        for (const one of items(section.fields, "cases", section.pointer)) {
          const index = string(one.fields["index"]);
          const code = string(section.fields["index"]);
          if (index === undefined) continue;
          const first = seen.get(index);
          if (first === undefined) seen.set(index, { record, ...one });
          else
            yield {
              record,
              pointer: `${one.pointer}/index`,
              message: text(`Индекс «${index}» уже занят`, `The index "${index}" is taken`),
              hints: [text("Дайте делу следующий номер раздела", "Give the case the next number of its section")],
              related: [
                {
                  record,
                  pointer: `${first.pointer}/index`,
                  message: text("первое дело с этим индексом", "the first case with it"),
                },
              ],
              actual: index,
            };
          if (code !== undefined && !index.startsWith(`${code}-`))
            yield {
              record,
              pointer: `${one.pointer}/index`,
              message: text(
                `Индекс «${index}» не из раздела «${code}»`,
                `The index "${index}" does not belong to section "${code}"`,
              ),
              hints: [text(`Индекс начинается с ${code}-`, `The index begins with ${code}-`)],
              actual: index,
            };
        }
      }
    }
  },
};

/** The article of the case is the article of what is kept in it. Cases of copies follow their own article. */
export const retentionArticle: RecordRule = {
  code: "TRC2141",
  validations: ["V49"],
  severity: "error",
  why: text(
    "Срок хранения дела берут по статье Перечня для документов этого вида",
    "A case is kept by the article for the documents in it",
  ),
  norm: "Перечень Росархива № 236",
  example: { file: "agreements/2-2025-trc.yaml", wrong: 'caseIndex: "12-03"', right: 'caseIndex: "12-02"' },
  *check(facts): Iterable<Finding> {
    for (const { record, date } of facts.documents) {
      const index = string(record.data["caseIndex"]);
      const article = facts.kinds.get(record.kind ?? "")?.article ?? null;
      const nomenclature = nomenclatureOf(facts, Number(date.slice(0, 4)));
      const wanted = articleNumber(article);
      if (index === undefined || nomenclature === undefined || wanted === null) continue;
      const filed = casesOf(nomenclature).find(({ fields: one }) => one["index"] === index);
      const given = articleNumber(string(filed?.fields["article"]) ?? null);
      if (filed === undefined || given === null || given === wanted || copies(filed.fields)) continue;
      yield {
        record,
        pointer: "/caseIndex",
        message: text(
          `Дело ${index} хранится по статье ${filed.fields["article"]}, а такие документы – по статье ${article}`,
          `Case ${index} is kept by article ${filed.fields["article"]}, such documents by ${article}`,
        ),
        hints: [
          text(
            "Укажите другое дело или исправьте статью в номенклатуре",
            "Name another case, or mend the article in the nomenclature",
          ),
        ],
        related: [
          {
            record: filed.record,
            pointer: `${filed.pointer}/article`,
            message: text("статья дела", "article of the case"),
          },
        ],
        actual: index,
      };
    }
  },
};

function articleNumber(article: string | null): string | null {
  return /^\d+/.exec(article ?? "")?.[0] ?? null;
}

/** Copies are kept until they are no longer needed, whatever the originals. */
function copies(one: Fields): boolean {
  return /Копии|ДМН/.test(`${string(one["title"]) ?? ""} ${string(one["term"]) ?? ""}`);
}

/** A heading answers «о чём?», without a stop, in a few lines. */
export const heading: RecordRule = {
  code: "TRC2153",
  validations: ["V63"],
  severity: "warning",
  why: text(
    "Заголовок к тексту отвечает на вопрос «о чём?», точки в конце нет, строк – не больше пяти",
    "A heading says what the document is about, without a stop, in five lines at most",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 17 «Заголовок к тексту»",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "subject: Проведение конференции.",
    right: "subject: О проведении конференции",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("orders")) {
      const subject = string(record.data["subject"]);
      if (subject === undefined) continue;
      const problem = !/^(О|Об|Обо) /.test(subject)
        ? text("Заголовок не начинается с «О» или «Об»", "The heading does not begin with «О» or «Об»")
        : /[.…]$/.test(subject)
          ? text("В конце заголовка стоит точка", "The heading ends with a stop")
          : subject.length > 220
            ? text(
                `Заголовок слишком длинный: ${subject.length} знаков`,
                `The heading is too long: ${subject.length} characters`,
              )
            : null;
      if (problem === null) continue;
      yield {
        record,
        pointer: "/subject",
        message: problem,
        hints: [text("Например: subject: О проведении семинара", "For instance: subject: О проведении семинара")],
        actual: subject,
      };
    }
  },
};

/** Acts that a regulation rests on are named as the reference has them and are in force. */
export const laws: RecordRule = {
  code: "TRC2140",
  validations: ["V48"],
  severity: "warning",
  why: text(
    "Ссылка на закон с неверной датой, номером или названием, как и на утративший силу, ничего не обосновывает",
    "A reference to a law with wrong data, or to a dead law, grounds nothing",
  ),
  norm: "Справочник laws.yaml",
  example: {
    file: "regulations/regulation-2025.yaml",
    wrong:
      'laws: [{kind: Федеральный закон, date: 2012-12-30, number: "273-ФЗ", title: Об образовании в Российской Федерации}]',
    right:
      'laws: [{kind: Федеральный закон, date: 2012-12-29, number: "273-ФЗ", title: Об образовании в Российской Федерации}]',
  },
  *check(facts): Iterable<Finding> {
    const reference = facts.find("laws", "laws");
    if (reference === undefined) return;
    for (const record of facts.all("regulations")) {
      const made = facts.dated(record)?.date ?? "9999-12-31";
      for (const { pointer, fields: law } of items(record.data, "laws")) {
        const known = items(reference.data, "acts").find(({ fields: act }) => act["number"] === law["number"]);
        if (known === undefined) continue;
        const related = [
          { record: reference, pointer: known.pointer, message: text("акт в справочнике", "the act in the reference") },
        ];
        for (const name of ["date", "kind", "title"] as const) {
          if (law[name] === undefined || law[name] === known.fields[name]) continue;
          yield {
            record,
            pointer: `${pointer}/${name}`,
            message: text(
              `Акт № ${law["number"]}: в справочнике ${name} – ${known.fields[name]}`,
              `Act No. ${law["number"]}: the reference has ${name} ${known.fields[name]}`,
            ),
            hints: [text(`Напишите: ${name}: ${known.fields[name]}`, `Write: ${name}: ${known.fields[name]}`)],
            related,
            actual: String(law[name]),
            expected: String(known.fields[name]),
          };
        }
        const until = day(known.fields["validTo"]);
        if (until !== undefined && until < made)
          yield {
            record,
            pointer: `${pointer}/number`,
            message: text(
              `Акт № ${law["number"]} утратил силу после ${until}`,
              `Act No. ${law["number"]} was in force until ${until}`,
            ),
            hints: [text("Сошлитесь на действующий акт", "Refer to an act in force")],
            related,
            actual: String(law["number"]),
          };
      }
    }
  },
};
