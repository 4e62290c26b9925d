import { type Text, text } from "../../base/diagnostics/index.ts";

/** A piece of a template that another markup would understand and that a document would print as it stands. */
export type ForeignMarkup = {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly message: Text;
  readonly hint: Text;
};

type Foreign = {
  readonly pattern: RegExp;
  readonly message: Text | ((written: string) => Text);
  readonly hint: Text | ((written: string) => Text);
};

/** What to write in place of a tag of HTML; every other tag has only words. */
const INSTEAD: { readonly [tag: string]: string } = {
  b: "**…**",
  strong: "**…**",
  i: "*…*",
  em: "*…*",
  br: ":br",
  center: ":::center … :::",
  table: ":::table … :::",
  ul: "- …",
  ol: "1. …",
  li: "1. …",
  h1: "::title[…]",
  h2: "## …",
  h3: "### …",
};

const FOREIGN: readonly Foreign[] = [
  {
    pattern: /<!--/g,
    message: text("Примечание HTML «<!--» напечаталось бы в документе", "The HTML comment “<!--” would be printed"),
    hint: text("Примечание в шаблоне пишут так: {{!-- … --}}", "A comment of a template is written {{!-- … --}}"),
  },
  {
    pattern: /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*|\/)?>|<[a-z][a-z0-9-]*(?=\s*$|\s+[a-z-]+=)/gi,
    message: (written) =>
      text(
        `Тег HTML «${written}» напечатался бы в документе как есть`,
        `The HTML tag “${written}” would be printed as it stands`,
      ),
    hint: (written) => {
      const instead = INSTEAD[/[a-z][a-z0-9-]*/i.exec(written)?.[0].toLowerCase() ?? ""];
      return instead === undefined
        ? text(
            "Оставьте обычный текст; оформление задают директивы и профиль",
            "Keep the plain text; directives and the profile say how it looks",
          )
        : text(`Напишите: ${instead}`, `Write: ${instead}`);
    },
  },
  {
    pattern: /!\[[^\]\n]*\](?:\([^)\n]*\)?)?/g,
    message: (written) => text(`Картинок в документах нет: «${written}»`, `Documents have no pictures: “${written}”`),
    hint: text(
      "Уберите картинку; для чисел есть :::chart с таблицей",
      "Take the picture out; for numbers there is :::chart with a table",
    ),
  },
  {
    // A label of a directive (`:annex[…]`) is no link.
    pattern: /(?<![:\w\]-])\[[^\]\n]*\]\([^)\n]*\)/g,
    message: (written) =>
      text(`Ссылок Markdown в документах нет: «${written}»`, `Documents have no Markdown links: “${written}”`),
    hint: text(
      "Напишите адрес текстом; на пункт ссылаются так: :ref[имя], на приложение – :annex[имя]",
      "Write the address as text; refer to a clause by :ref[name], to an annex by :annex[name]",
    ),
  },
  {
    pattern: /^> .*/gm,
    message: text("Знак цитаты > напечатался бы в документе", "The quote sign > would be printed"),
    hint: text("Уберите его: цитату берут в кавычки «…»", "Take it out: a quotation is put in quotation marks «…»"),
  },
  {
    pattern: /^[ ]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ ]*$/gm,
    message: (written) =>
      text(`Черта «${written}» напечаталась бы в документе`, `The rule “${written}” would be printed`),
    hint: text(
      "Уберите её; место для записи – :blank{width=40}",
      "Take it out; a line to write on is :blank{width=40}",
    ),
  },
  {
    pattern: /`+[^`\n]*`*/g,
    message: text("Знак ` напечатался бы в документе", "The sign ` would be printed"),
    hint: text("Уберите его: кода в документах нет", "Take it out: documents hold no code"),
  },
];

/** Markup of HTML and of Markdown that documents do not use, in the order of the text. A backslash before it keeps it as plain text. */
export function foreignMarkup(source: string): ForeignMarkup[] {
  return FOREIGN.flatMap(({ pattern, message, hint }) =>
    [...source.matchAll(pattern)]
      .filter(({ index }) => source[index - 1] !== "\\")
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        message: typeof message === "function" ? message(match[0].trimEnd()) : message,
        hint: typeof hint === "function" ? hint(match[0]) : hint,
      })),
  ).sort((a, b) => a.start - b.start);
}
