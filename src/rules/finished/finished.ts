import type { DocumentModel } from "../../document/index.ts";
import type { FinishedDocument } from "../finished-document.ts";
import { type DocumentRule, type Finding, text } from "../rule.ts";
import { items, number, partiesOf, string } from "../values.ts";
import { clauseNumbers, treeTexts } from "./tree-text.ts";

/** Initials stand before the surname in a signature. */
export const signatureInitials: DocumentRule = {
  code: "TRC2501",
  validations: ["V24"],
  severity: "error",
  why: text(
    "В подписи и грифе инициалы стоят перед фамилией",
    "In signatures and marks of approval the initials stand before the surname",
  ),
  norm: "ГОСТ Р 7.0.97, реквизиты 16, 22",
  example: {
    file: "templates/partials/signature.hbs",
    wrong: "{{initialsAfter person}}",
    right: "{{initialsBefore person}}",
  },
  *checkDocument({ record, model }): Iterable<Finding> {
    for (const { block, role, text: words } of treeTexts(model)) {
      if (!["signature", "approvals", "parties"].includes(block) || role !== "name") continue;
      if (!/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?[\s\u00a0\u202f]\p{Lu}\./u.test(words)) continue;
      yield {
        record,
        pointer: "",
        message: text(
          `В подписи документа фамилия стоит перед инициалами: «${words}»`,
          `The signature has the surname first: "${words}"`,
        ),
        hints: [
          text(
            "В шаблоне подписи нужен помощник initialsBefore",
            "The template of the signature needs the helper initialsBefore",
          ),
        ],
        actual: words,
      };
    }
  },
};

/** What belongs together stays on one line: № and its number, initials and surname, a figure and «г.». */
export const noBreak: DocumentRule = {
  code: "TRC2502",
  validations: ["V25"],
  severity: "error",
  why: text(
    "Между № и числом, инициалами и фамилией, годом и «г.» – неразрывный пробел",
    "A no-break space stands between № and the number, initials and surname, the year and «г.»",
  ),
  norm: "Типографика деловых документов",
  example: {
    file: "templates/partials/order-head.hbs",
    wrong: "№ {{raw record.number}}",
    right: "№ {{record.number}}",
  },
  *checkDocument({ record, pages }): Iterable<Finding> {
    for (const { lines, owners } of pages) {
      for (const [index, line] of lines.entries()) {
        // A narrow cell has to break somewhere, and «№» over a column is a paragraph of its own.
        const owner = owners[index] ?? "";
        const next = owner === owners[index + 1] && !owner.startsWith("cell") ? (lines[index + 1] ?? "") : "";
        const torn =
          /(?:№|§|(?<!\p{L})(?:ст|п|гл)\.)\s*$/u.test(line) && /^\d/u.test(next)
            ? line
            : /\d{4}\s*$/.test(line) && /^г\.(?!\p{L})/u.test(next)
              ? line
              : null;
        if (torn === null) continue;
        const around = `${torn.slice(-16)} / ${next.slice(0, 12)}`;
        yield {
          record,
          pointer: "",
          message: text(
            `Строка разорвана там, где нельзя: «…${around}…»`,
            `The line is broken where it must not be: "…${around}…"`,
          ),
          hints: [
            text(
              "Пробел ставит типографика; если слова приходят мимо неё, проверьте шаблон",
              "The typography puts the space; if a text goes round it, check the template",
            ),
          ],
          actual: around,
        };
        return;
      }
    }
  },
};

/** An amended clause exists in the order that is amended. Looks at the other document through `others`. */
export const amendedClause: DocumentRule = {
  code: "TRC2503",
  validations: ["V29"],
  severity: "error",
  why: text("Изменить можно только пункт, который в приказе есть", "Only a clause that exists can be amended"),
  norm: "Правила подготовки нормативных актов",
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong: 'amends: [{order: 87-od-2025, changes: [{clause: "17", action: delete}]}]',
    right: 'amends: [{order: 87-od-2025, changes: [{clause: "1", action: delete}]}]',
  },
  *checkDocument({ record, others }): Iterable<Finding> {
    for (const amended of items(record.data, "amends")) {
      const target = others.find(
        ({ record: other, model }) =>
          other.collection === "orders" && other.id === amended.fields["order"] && other.kind === model.meta.kind,
      );
      if (target === undefined) continue;
      for (const change of items(amended.fields, "changes", amended.pointer)) {
        const clause = string(change.fields["clause"]);
        if (clause === undefined) continue;
        const section = sectionOf(target.model, string(change.fields["annex"]));
        if (section === null) continue;
        const known = clauseNumbers(section);
        const adds = change.fields["action"] === "add";
        if (known.size === 0 || known.has(clause) !== adds) continue;
        yield {
          record,
          pointer: `${change.pointer}/clause`,
          message: adds
            ? text(`Пункт ${clause} в изменяемом приказе уже есть`, `The amended order already has clause ${clause}`)
            : text(`Пункта ${clause} в изменяемом приказе нет`, `The amended order has no clause ${clause}`),
          hints: [text(`Есть пункты: ${[...known].join(", ")}`, `There are clauses: ${[...known].join(", ")}`)],
          related: [{ record: target.record, pointer: "", message: text("изменяемый приказ", "the amended order") }],
          actual: clause,
        };
      }
    }
  },
};

/** The body, or the annex by its number; null when there is none. */
function sectionOf(model: DocumentModel, annex: string | undefined): DocumentModel["body"] | null {
  if (annex === undefined) return model.body;
  const found =
    model.annexes.find(({ number: own }) => own === Number(annex)) ??
    (model.annexes.length === 1 ? model.annexes[0] : undefined);
  return found ?? null;
}

/** A clause named in words exists: «пункт 3.2 настоящего приказа». */
export const namedClause: DocumentRule = {
  code: "TRC2504",
  validations: ["V29"],
  severity: "error",
  why: text("Пункт, на который ссылаются словами, должен быть в документе", "A clause named in words must be there"),
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items: [{text: исполнить пункт 17 настоящего приказа}]",
    right: "items: [{text: исполнить пункт 1 настоящего приказа}]",
  },
  *checkDocument({ record, model }): Iterable<Finding> {
    const numbers = new Set([model.body, ...model.annexes].flatMap((section) => [...clauseNumbers(section)]));
    for (const { text: words } of treeTexts(model)) {
      for (const found of words.matchAll(
        /(?<!\p{L})(?:п\.|пункт[а-я]*)[\s\u00a0]+(\d+(?:\.\d+)*)[\s\u00a0]+настоящ/giu,
      )) {
        const clause = found[1] ?? "";
        if (numbers.has(clause)) continue;
        yield {
          ...spotOf(record, found[0]),
          message: text(`Пункта ${clause} в этом документе нет`, `The document has no clause ${clause}`),
          hints: [text(`Есть пункты: ${[...numbers].join(", ")}`, `There are clauses: ${[...numbers].join(", ")}`)],
          actual: clause,
        };
      }
    }
  },
};

/** Where the words stand in the record; its beginning when they come from the template. */
function spotOf(record: FinishedDocument["record"], words: string): Pick<Finding, "record" | "pointer" | "range"> {
  const pattern = words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/[\s\u00a0\u202f]+/g, "[\\s\\u00a0]+");
  const at = new RegExp(pattern, "iu").exec(record.text);
  if (at === null) return { record, pointer: "" };
  const span = record.spans.find(({ start, end }) => start <= at.index && at.index < end);
  return { record, pointer: span?.pointer ?? "", range: [at.index, at.index + at[0].length] };
}

const ROLES = [
  "Исполнитель",
  "Заказчик",
  "Учреждение",
  "Организация",
  "Школа",
  "Центр",
  "Комитет",
  "Управление",
  "Лицей",
  "Гимназия",
  "Базовая организация",
];

/** The parties are called by their own aliases only. */
export const foreignAlias: DocumentRule = {
  code: "TRC2505",
  validations: ["V39"],
  severity: "error",
  why: text(
    "Сторона названа в преамбуле одним словом, и другое слово в тексте – уже другая сторона",
    "A party bears one name; another word is another party",
  ),
  example: {
    file: "templates/agreement-base/body.hbs",
    wrong: "1. Исполнитель предоставляет ресурсы.",
    right: "1. {{capitalize holder}} предоставляет ресурсы.",
  },
  *checkDocument({ record, model }): Iterable<Finding> {
    const own = partiesOf(record.data).flatMap(({ party }) => string(party["alias"]) ?? []);
    if (own.length === 0) return;
    const foreign = ROLES.filter(
      (role) => !own.some((alias) => alias.toLowerCase().includes(role.toLowerCase().slice(0, 5))),
    );
    const expression = new RegExp(
      `(?<=\\p{Ll},?[\\s\\u00a0])(${foreign.join("|")})(?=[\\s\\u00a0]+(?:обязует|обязан|вправе|предоставляет|оплачивает|имеет право))`,
      "u",
    );
    for (const { block, text: words } of treeTexts(model)) {
      if (block !== "clause" && block !== "paragraph") continue;
      const found =
        expression.exec(words) ??
        new RegExp(
          `^(${foreign.join("|")})(?=[\\s\\u00a0]+(?:обязует|обязан|вправе|предоставляет|оплачивает|имеет право))`,
          "u",
        ).exec(words);
      if (found === null) continue;
      yield {
        ...spotOf(record, found[0]),
        message: text(
          `Сторона названа «${found[0]}», а в преамбуле – ${own.map((alias) => `«${alias}»`).join(" и ")}`,
          `A party is called "${found[0]}", the preamble has ${own.join(" and ")}`,
        ),
        hints: [text(`Напишите: ${own.join(" или ")}`, `Write: ${own.join(" or ")}`)],
        actual: found[0],
      };
    }
  },
};

/** An abbreviation is explained once, before it is used. */
export const abbreviation: DocumentRule = {
  code: "TRC2506",
  validations: ["V45"],
  severity: "warning",
  why: text(
    "Сокращение вводят один раз, при первом упоминании: (далее – ОО – ТРЦ)",
    "An abbreviation is introduced once, at its first use",
  ),
  norm: "Правила оформления документов",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items: [{text: утвердить положение о жюри (далее – жюри)}, {text: утвердить список (далее – жюри)}]",
    right: "items: [{text: утвердить положение о жюри (далее – жюри)}]",
  },
  *checkDocument({ record, model }): Iterable<Finding> {
    for (const section of [model.body, ...model.annexes]) {
      const seen = new Set<string>();
      for (const { text: words } of treeTexts({ ...model, body: section, annexes: [] })) {
        for (const [all, name = ""] of words.matchAll(/\(далее[\s\u00a0]+–[\s\u00a0]+([^()]+)\)/gu)) {
          const key = name.replace(/[\s\u00a0]+/g, " ").toLowerCase();
          if (!seen.has(key)) {
            seen.add(key);
            continue;
          }
          yield {
            ...spotOf(record, all),
            message: text(`Сокращение «${name}» введено второй раз`, `The abbreviation "${name}" is introduced twice`),
            hints: [text("Оставьте расшифровку при первом упоминании", "Keep the expansion at the first use")],
            actual: name,
          };
        }
      }
    }
  },
};

/** Documents that are kept long are bound: their left margin is at least 30 mm. */
export const bindingMargin: DocumentRule = {
  code: "TRC2507",
  validations: ["V49"],
  severity: "error",
  why: text(
    "Документы со сроком хранения больше 10 лет сшивают: левое поле – не меньше 30 мм",
    "Documents kept over ten years are bound: the left margin is at least 30 mm",
  ),
  norm: "ГОСТ Р 7.0.97, пункт о полях",
  example: { file: "templates/profiles/gost-2025.yaml", wrong: "leftMm: 20", right: "leftMm: 30" },
  *checkDocument({ record, bindingMarginMm, retention }): Iterable<Finding> {
    if (retention === null) return;
    const long =
      retention.term === "permanent" || retention.term === "until-liquidation" || (number(retention.years) ?? 0) > 10;
    if (!long || bindingMarginMm >= 30) return;
    yield {
      record,
      pointer: "",
      message: text(
        `Левое поле ${bindingMarginMm} мм, а документ хранят дольше 10 лет`,
        `The left margin is ${bindingMarginMm} mm, and the document is kept over ten years`,
      ),
      hints: [text("Исправьте leftMm в профиле оформления", "Mend leftMm of the profile")],
      actual: String(bindingMarginMm),
      expected: "30",
    };
  },
};

const SIGNATURES = /^(signature|party|dateline|acquaintance|executor)/;

/** The signature does not stand alone on the last page. */
export const hangingSignature: DocumentRule = {
  code: "TRC2508",
  validations: ["V65"],
  severity: "warning",
  why: text(
    "На странице с подписью должно быть не меньше двух строк текста",
    "At least two lines of text stand on the page of the signature",
  ),
  norm: "Правила оформления документов: подпись не отрывают от текста",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "текст, после которого на последней странице остаётся одна подпись",
    right: "текст, две последние строки которого стоят на странице с подписью",
  },
  *checkDocument({ record, model, pages }): Iterable<Finding> {
    const bodyPages = pages.filter(({ section }) => section === 0);
    const last = bodyPages.at(-1);
    if (last === undefined || bodyPages.length < 2 || !last.owners.some((owner) => owner.startsWith("signature")))
      return;
    const first = last.owners.findIndex((owner) => SIGNATURES.test(owner));
    if (last.owners.slice(0, first < 0 ? last.owners.length : first).length >= 2) return;
    yield {
      record,
      pointer: "",
      message: text(
        `Подпись документа «${model.meta.title}» стоит на странице почти без текста`,
        `The signature of "${model.meta.title}" stands on a page almost without text`,
      ),
      hints: [text("Сократите или дополните текст на одну-две строки", "Cut or add a line or two")],
    };
  },
};
