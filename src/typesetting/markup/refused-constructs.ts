import { text } from "../../base/diagnostics/index.ts";
import type { Construct } from "./construct.ts";
import { FINDINGS } from "./findings.ts";
import { DIALECTS } from "./refused-dialects.ts";
import { OPENINGS } from "./refused-openings.ts";

/** What to write in place of a tag of HTML; every other tag has only words. */
const TAGS: { readonly [tag: string]: string } = {
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

/** Characters that the commonest names of HTML stand for. */
const ENTITIES: { readonly [name: string]: string } = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: "«…»",
  laquo: "«",
  raquo: "»",
  ndash: "–",
  mdash: "—",
  sect: "§",
  copy: "©",
};

/** Constructs that documents do not use, each with what is written instead, in the order of the page about templates. */
export const REFUSED = {
  headingLevel: {
    title: text("Заголовок другого уровня", "A heading of another level"),
    example: "# Заголовок",
    instead: text(
      "## – раздел с номером, ### – подзаголовок без номера, вид документа – ::kind[…], заголовок к тексту – ::title[…]",
      "## is a section with a number, ### a heading without one, ::kind[…] the kind of the document, ::title[…] the heading to the text",
    ),
  },
  headingClosed: {
    title: text("Решётки в конце заголовка", "Hashes at the end of a heading"),
    example: "## Раздел ##",
    instead: text("Уберите решётки в конце", "Take the hashes at the end out"),
  },
  headingGlued: {
    title: text("Решётка без пробела", "A hash without a space"),
    example: "##Раздел",
    instead: text(
      "Заголовок: ## Раздел, с пробелом; знак решётки в начале строки: \\#",
      "A heading is ## Section, with a space; the sign itself where a line begins is \\#",
    ),
  },
  headingInList: {
    title: text("Заголовок внутри перечня", "A heading inside a list"),
    example: "- ## Раздел",
    only: "finished",
    instead: text(
      "Поставьте заголовок с начала строки, вне перечня",
      "Put the heading at the margin, outside the list",
    ),
  },
  setext: {
    title: text("Заголовок, подчёркнутый чертой", "An underlined heading"),
    example: "Раздел\n===",
    only: "finished",
    instead: text("Напишите: ## Раздел", "Write: ## Section"),
  },
  rule: {
    title: text("Черта", "A rule"),
    example: "---",
    only: "finished",
    instead: text(
      "Уберите её; место для записи – :blank{width=40}, новая страница – ::pagebreak",
      "Take it out; a line to write on is :blank{width=40}, a new page ::pagebreak",
    ),
  },
  typedNumber: {
    title: text("Номер, поставленный рукой", "A number set by hand"),
    example: "12. пунктом считать",
    only: "finished",
    finding: FINDINGS.TRC3313,
    instead: (written) =>
      text(
        `Пункт пишут «1. …», номер поставит программа; число в начале абзаца – с обратной чертой: ${written.replace(".", "\\.")} …`,
        `A clause is written “1. …”, the program sets its number; a number that begins a paragraph takes a backslash: ${written.replace(".", "\\.")} …`,
      ),
  },
  bracketNumber: {
    title: text("Номер со скобкой", "A number with a bracket"),
    example: "1) первое",
    finding: FINDINGS.TRC3313,
    instead: text(
      "Перечень «1) … 2) …» пишут так: :::paren, строки «- …», :::; скобку в тексте – с обратной чертой: 1\\)",
      "The list “1) … 2) …” is written :::paren, lines “- …”, :::; a bracket in a text takes a backslash: 1\\)",
    ),
  },
  listInParagraph: {
    title: text("Перечень без пустой строки перед ним", "A list without an empty line before it"),
    example: "во исполнение пункта\n1. Положения",
    only: "finished",
    finding: FINDINGS.TRC3313,
    instead: text(
      "Если это перечень, поставьте перед ним пустую строку; если продолжение абзаца – перенесите слово на эту строку или поставьте обратную черту: 1\\. …, \\- …",
      "If it is a list, put an empty line before it; if the paragraph goes on, move a word to this line or put a backslash: 1\\. …, \\- …",
    ),
  },
  numbersInDashes: {
    title: text("Нумерованный перечень внутри тире", "A numbered list inside a dash item"),
    example: "- тире:\n  1. внутри",
    only: "finished",
    finding: FINDINGS.TRC3313,
    instead: text(
      "Пункты с номерами стоят только в пунктах; внутри тире – «- …», а «1) … 2) …» – :::paren вместо тире",
      "Numbered clauses stand in clauses only; inside a dash item write “- …”, and for “1) … 2) …” :::paren in place of the dashes",
    ),
  },
  bullet: {
    title: text("Перечень со знаком * или +", "A list with the sign * or +"),
    example: "* первое",
    finding: FINDINGS.TRC3313,
    instead: text(
      "Перечень пишут с дефисом: - первое; знак в начале абзаца – с обратной чертой: \\* …",
      "A list is written with a hyphen: - first; a sign that begins a paragraph takes a backslash: \\* …",
    ),
  },
  markTwice: {
    title: text("Два знака перечня в одной строке", "Two marks of a list in one line"),
    example: "- - первое",
    only: "finished",
    finding: FINDINGS.TRC3313,
    instead: text(
      "Оставьте один; перечень внутри перечня – на строках ниже, с отступом в два пробела",
      "Keep one; a list inside a list stands on the lines below, two spaces further in",
    ),
  },
  rowAlone: {
    title: text("Строка таблицы вне таблицы", "A row outside a table"),
    example: "| 1 | 2 |",
    only: "finished",
    finding: FINDINGS.TRC3307,
    instead: text(
      "Строки идут подряд, без пустых строк: уберите пустую строку перед {{/each}} и перед этой строкой; под шапкой стоит |---|---| на каждую графу; знак | в тексте – \\|",
      "Rows follow one another without empty lines: take out the one before {{/each}} and before this row; under the heading stands |---|---|, one for each column; the sign | in a text is \\|",
    ),
  },
  numbersStarred: {
    title: text("Звёздочка внутри слова или числа", "An asterisk inside a word or number"),
    example: "2*3*4",
    only: "finished",
    instead: text(
      "Знак умножения – ×; звёздочка как она есть – \\*; выделяют целые слова: **слово**",
      "The sign of multiplication is ×; an asterisk as it stands is \\*; whole words are made bold or italic: **word**",
    ),
  },
  underscored: {
    title: text("Подчёркивания", "Underscores"),
    example: "«__» сентября 20__ г.",
    instead: text(
      "Место для записи – :blank{width=20}; выделение – *слово* или **слово**; знак как он есть – \\_",
      "A place to write in is :blank{width=20}; italic and bold are *word* and **word**; the sign as it stands is \\_",
    ),
  },
  unpaired: {
    title: text("Выделение без пары", "An unpaired sign of bold"),
    example: "**слово",
    only: "finished",
    instead: text(
      "Выделение закрывают тем же знаком, без пробела внутри: **слово**; сноска – слово[^1]; знак как он есть – \\*",
      "Bold is closed by the same sign, without a space inside: **word**; a footnote is word[^1]; the sign as it stands is \\*",
    ),
  },
  strikethrough: {
    title: text("Зачёркивание", "Strikethrough"),
    example: "~~слово~~",
    instead: text(
      "Оставьте только те слова, которые действуют; изменение слов – приказ о внесении изменений",
      "Keep only the words that hold; words are changed by an order of amendment",
    ),
  },
  footnoteAlone: {
    title: text("Ссылка на сноску, которой нет", "A reference to a footnote that is not there"),
    example: "слово[^2]",
    only: "finished",
    finding: FINDINGS.TRC3315,
    instead: text(
      "Напишите её текст отдельной строкой, после пустой: [^2]: Текст; знаки как они есть – \\[^2]",
      "Write its text on a line of its own, behind an empty one: [^2]: Text; the signs as they stand are \\[^2]",
    ),
  },
  linkLost: {
    title: text("Ссылка, которая не сложилась", "A link that came to nothing"),
    example: "[сайт](https://example.org и ещё)",
    only: "finished",
    instead: text(
      "Ссылка – [слова](адрес), в адресе нет пробелов; скобка как она есть – \\[",
      "A link is [words](address), without spaces in the address; a bracket as it stands is \\[",
    ),
  },
  definition: {
    title: text("Адрес ссылки отдельной строкой", "An address of a link on a line of its own"),
    example: "[сайт]: https://example.org",
    instead: text(
      "Напишите адрес там, где он нужен; скобку в начале строки – с обратной чертой: \\[",
      "Write the address where it belongs; a bracket that begins a line takes a backslash: \\[",
    ),
  },
  image: {
    title: text("Картинка Markdown", "A picture of Markdown"),
    example: "![герб](https://example.org)",
    instead: text(
      '::picture{file="pictures/shema.png" alt="что на ней"}; для чисел – :::chart с таблицей',
      '::picture{file="pictures/shema.png" alt="what it shows"}; for numbers :::chart with a table',
    ),
  },
  code: {
    title: text("Знаки кода", "Signs of code"),
    example: "`код`",
    instead: text("Уберите знаки: кода в документах нет", "Take the signs out: documents hold no code"),
  },
  quote: {
    title: text("Цитата", "A block quotation"),
    example: "> слова",
    instead: text(
      "Уберите знак >: цитату берут в кавычки «…»",
      "Take > out: a quotation is put in quotation marks «…»",
    ),
  },
  html: {
    title: text("Разметка HTML", "Markup of HTML"),
    example: "<b>слово</b>",
    instead: (written) => {
      if (written.startsWith("<!--"))
        return text("Примечание в шаблоне пишут так: {{!-- … --}}", "A comment of a template is written {{!-- … --}}");
      const instead = TAGS[/[a-z][a-z0-9-]*/i.exec(written)?.[0].toLowerCase() ?? ""];
      return instead === undefined
        ? text(
            "Оставьте обычный текст; оформление задают директивы и профиль; знак как он есть – \\<",
            "Keep the plain text; directives and the profile say how it looks; the sign as it stands is \\<",
          )
        : text(`Напишите: ${instead}`, `Write: ${instead}`);
    },
  },
  entity: {
    title: text("Мнемоника HTML", "A character reference"),
    example: "&nbsp;, &laquo;, &#8470;",
    instead: (written) => {
      const meant = ENTITIES[written.slice(1, -1)] ?? null;
      return meant === null
        ? text(
            "Поставьте сам знак; неразрывные пробелы ставит программа; знак & перед буквами – \\&",
            "Put the character itself; the program sets spaces that do not break; the sign & before letters is \\&",
          )
        : text(`Напишите: ${meant}`, `Write: ${meant}`);
    },
  },
  hardBreak: {
    title: text("Разрыв строки обратной чертой", "A line break by a backslash"),
    example: "слово\\\nслово",
    instead: text("Разрыв строки – :br", "A line break is :br"),
  },
  spacesAtEnd: {
    title: text("Пробелы в конце строки", "Spaces at the end of a line"),
    example: "слово  \nслово",
    only: "typed",
    instead: text("Уберите их; разрыв строки – :br", "Take them out; a line break is :br"),
  },
  tab: {
    title: text("Знак табуляции", "A tab"),
    example: "слово\tслово",
    only: "typed",
    instead: text(
      "Поставьте пробелы; место для записи – :blank, графы – таблица",
      "Put spaces; a line to write on is :blank, columns are a table",
    ),
  },
  directiveLost: {
    title: text("Двоеточия, которые ничего не начали", "Colons that began nothing"),
    example: "::title [О плане]",
    only: "finished",
    finding: FINDINGS.TRC3302,
    instead: text(
      "Директива стоит с начала строки и без пробелов: ::title[…]; блок открывают :::имя и закрывают :::",
      "A directive begins its line and holds no space: ::title[…]; a block is opened by :::name and closed by :::",
    ),
  },
  directiveOpen: {
    title: text("Блок без закрывающих двоеточий", "A block that is not closed"),
    example: ":::center\nслова",
    only: "finished",
    finding: FINDINGS.TRC3302,
    instead: text("Закройте блок строкой из стольких же двоеточий", "Close the block by a line of as many colons"),
  },
  ...OPENINGS,
  ...DIALECTS,
  unknown: {
    title: text("Другая разметка", "Any other markup"),
    example: "–",
    instead: text("Используйте абзацы, пункты, таблицы и директивы", "Use paragraphs, clauses, tables and directives"),
  },
} as const satisfies { readonly [name: string]: Construct };
