import { text } from "../../base/diagnostics/index.ts";
import type { Dialect } from "./construct.ts";

/** What other dialects of Markdown, LaTeX, Typst, wikis and forums write, and Markdown takes for plain words. A backslash before the first sign keeps it as it stands. */
export const DIALECTS = {
  formula: {
    title: text("Формула LaTeX", "A formula of LaTeX"),
    example: "$x^2$",
    pattern: /\$\$?(?!\s)[^$\n]*[^\s$]\$\$?(?!\d)/g,
    instead: text(
      "Напишите её знаками: x², ½, ×, ≤ – или вставьте картинкой ::picture; знак как он есть – \\$",
      "Write it with characters: x², ½, ×, ≤, or put it in as a ::picture; the sign as it stands is \\$",
    ),
  },
  inlineNote: {
    title: text("Сноска внутри строки", "A footnote inside a line"),
    example: "слово^[текст], ((текст))",
    pattern: /\^\[[^\]\n]*\]?|\(\([^()\n]*\)\)/g,
    instead: text(
      "Сноску пишут так: слово[^1], а её текст – отдельной строкой: [^1]: Текст",
      "A footnote is written word[^1], and its text on a line of its own: [^1]: Text",
    ),
  },
  raised: {
    title: text("Верхний индекс", "A superscript"),
    example: "м^2^, 10^5",
    pattern: /(?<!·)\^[^\s^|]+\^?/g,
    instead: text(
      "Поставьте сам знак: м², м³, 10⁵; знак как он есть – \\^",
      "Put the character itself: м², м³, 10⁵; the sign as it stands is \\^",
    ),
  },
  lowered: {
    title: text("Нижний индекс", "A subscript"),
    example: "H~2~O",
    pattern: /~[^~\s]+~/g,
    instead: text(
      "Поставьте сам знак: H₂O; знак как он есть – \\~",
      "Put the character itself: H₂O; the sign as it stands is \\~",
    ),
  },
  tie: {
    title: text("Неразрывный пробел из LaTeX", "A tie of LaTeX"),
    example: "г.~Смоленск",
    pattern: /(?<=[\p{L}.№§])~(?=[\p{L}\d])/gu,
    instead: text(
      "Поставьте обычный пробел: неразрывным его делает программа; знак как он есть – \\~",
      "Put a plain space: the program makes it a no-break one; the sign as it stands is \\~",
    ),
  },
  highlight: {
    title: text("Выделение цветом", "A highlight"),
    example: "==слово==",
    pattern: /={2,}(?:[^=\n]+={2,})?/g,
    instead: text(
      "Выделяют полужирным или курсивом: **слово**, *слово*; знак как он есть – \\=",
      "Words are made bold or italic: **word**, *word*; the sign as it stands is \\=",
    ),
  },
  inserted: {
    title: text("Вставка", "An insertion"),
    example: "++слово++",
    pattern: /\+\+[^+\n]+\+\+|(?<![\p{L}\d+])\+\p{L}[^+\n]*\+(?![\p{L}\d+])/gu,
    instead: text(
      "Оставьте только слова; выделяют их так: **слово**; знак как он есть – \\+",
      "Keep the words alone; they are made bold so: **word**; the sign as it stands is \\+",
    ),
  },
  emoji: {
    title: text("Значок по имени", "An emoji by its name"),
    example: ":smile:",
    pattern: /(?<![\p{L}\d:]):\p{L}[\p{L}\d_+-]*:(?![\p{L}\d:])/gu,
    instead: text(
      "Уберите его: смайлов в документах нет; двоеточие как оно есть – \\:",
      "Take it out: documents hold no emoji; a colon as it stands is \\:",
    ),
  },
  attributes: {
    title: text("Атрибуты в скобках", "Attributes in braces"),
    example: "слово {.class}",
    only: "finished",
    pattern: /\{[.#:%]?\s*[a-z][^{}\n]*\}/gi,
    instead: text(
      "Атрибуты бывают только у директив, вплотную за ними: ::title[…]{align=left}; скобка как она есть – \\{",
      "Only directives have attributes, right behind them: ::title[…]{align=left}; a brace as it stands is \\{",
    ),
  },
  wikiLink: {
    title: text("Ссылка вики", "A link of a wiki"),
    example: "[[ссылка]]",
    pattern: /\[\[[^\]\n]*\]?\]?/g,
    instead: text(
      "Ссылка – [слова](адрес), на пункт – :ref[имя], на приложение – :annex[имя]; скобка как она есть – \\[",
      "A link is [words](address), to a clause :ref[name], to an annex :annex[name]; a bracket as it stands is \\[",
    ),
  },
  citation: {
    title: text("Ссылка на литературу", "A citation"),
    example: "слово [@ivanov2020]",
    pattern: /\[-?@[^\]\n]*\]/g,
    instead: text(
      "Назовите источник в сноске: слово[^1]; скобка как она есть – \\[",
      "Name the source in a footnote: word[^1]; a bracket as it stands is \\[",
    ),
  },
  forumTag: {
    title: text("Разметка форума", "Markup of a forum"),
    example: "[b]слово[/b]",
    pattern: /\[\/?(?:b|i|u|s|url|img|center|quote|code|size|color)(?:=[^\]\n]*)?\]/gi,
    instead: text(
      "Полужирный – **слово**, курсив – *слово*, по середине – :::center; скобка как она есть – \\[",
      "Bold is **word**, italic *word*, in the middle :::center; a bracket as it stands is \\[",
    ),
  },
  contentsMark: {
    title: text("Место для оглавления", "A place for the contents"),
    example: "[TOC]",
    pattern: /^[ \t]*\[_*TOC_*\][ \t]*$/gim,
    instead: text(
      "Содержание ставит директива ::contents; скобка как она есть – \\[",
      "The contents are set by ::contents; a bracket as it stands is \\[",
    ),
  },
  dashes2: {
    title: text("Тире из дефисов", "A dash of hyphens"),
    example: "слово -- слово",
    pattern: /-{2,}/g,
    instead: text(
      "Поставьте тире – (дефис между пробелами программа сделает тире); место для записи – :blank; знаки как они есть – \\-\\-",
      "Put a dash – (the program makes one of a hyphen between spaces); a place to write in is :blank; the signs as they stand are \\-\\-",
    ),
  },
  signInBrackets: {
    title: text("Знак, набранный буквами в скобках", "A sign typed as letters in brackets"),
    example: "(c), (tm)",
    pattern: /\((?:c|r|tm)\)/gi,
    instead: text(
      "Поставьте сам знак: ©, ®, ™; скобка как она есть – \\(",
      "Put the sign itself: ©, ®, ™; a bracket as it stands is \\(",
    ),
  },
  term: {
    title: text("Список определений", "A list of definitions"),
    example: "Термин\n: определение",
    only: "finished",
    pattern: /^[ \t]*:[ \t]+\S.*$/gm,
    instead: text(
      "Напишите абзацем: **Термин** – определение; двоеточие как оно есть – \\:",
      "Write a paragraph: **Term** – its definition; a colon as it stands is \\:",
    ),
  },
  abbreviation: {
    title: text("Расшифровка сокращения", "An abbreviation explained"),
    example: "*[ТРЦ]: центр",
    pattern: /^[ \t]*\*\[[^\]\n]*\]:?/gm,
    instead: text(
      "Расшифруйте при первом упоминании: ресурсный центр (далее – ТРЦ); знак как он есть – \\*",
      "Explain it where it first stands: ресурсный центр (далее – ТРЦ); the sign as it stands is \\*",
    ),
  },
  lettered: {
    title: text("Перечень с буквами", "A list with letters"),
    example: "a. первое\nb. второе",
    only: "finished",
    pattern: /^[ \t]*[a-z]{1,4}[.)][ \t]+\S.*$|^[ \t]*[а-яё]\)[ \t].*(?=\n[ \t]*[а-яё]\)[ \t])/gm,
    instead: text(
      "Перечень пишут «- …» или «1. …»; если буквы нужны, каждая строка – свой абзац: между строками пустая, латинская буква – с обратной чертой за ней: a\\.",
      "A list is written “- …” or “1. …”; if letters are needed, each line is a paragraph: an empty line between them, a backslash behind a Latin letter: a\\.",
    ),
  },
  latex: {
    title: text("Команда LaTeX", "A command of LaTeX"),
    example: "\\textbf{слово}",
    only: "finished",
    pattern:
      /\\(?:[a-z]+\*?(?:\[[^\]\n]*\])?\{[^}\n]*\}?|(?:newline|newpage|clearpage|pagebreak|par|item|hline|noindent|ldots|dots|quad)(?![a-z]))/gi,
    instead: text(
      "Полужирный – **слово**, курсив – *слово*, раздел – ##, разрыв строки – :br, новая страница – ::pagebreak; черта как она есть – \\\\",
      "Bold is **word**, italic *word*, a section ##, a line break :br, a new page ::pagebreak; a backslash as it stands is \\\\",
    ),
  },
  typst: {
    title: text("Команда Typst", "A command of Typst"),
    example: "слово #strong[слово]",
    pattern: /(?<![\p{L}\d&])#[a-z][\w.-]*[[(][^\])\n]*[\])]?/giu,
    instead: text(
      "Полужирный – **слово**, картинка – ::picture, новая страница – ::pagebreak; решётка как она есть – \\#",
      "Bold is **word**, a picture ::picture, a new page ::pagebreak; a hash as it stands is \\#",
    ),
  },
  equalsHeading: {
    title: text("Заголовок со знаком равенства", "A heading with an equals sign"),
    example: "= Раздел",
    pattern: /^[ \t]*=[ \t]+\S.*$/gm,
    instead: text("Напишите: ## Раздел; знак как он есть – \\=", "Write: ## Section; the sign as it stands is \\="),
  },
  apostrophes: {
    title: text("Выделение апострофами", "Words in apostrophes"),
    example: "'''слово'''",
    pattern: /'{2,}|"{2,}/g,
    instead: text(
      "Полужирный – **слово**, курсив – *слово*; кавычки – «…»; знак как он есть – \\'",
      "Bold is **word**, italic *word*; quotation marks are «…»; the sign as it stands is \\'",
    ),
  },
  gridTable: {
    title: text("Таблица из плюсов и дефисов", "A table of pluses and hyphens"),
    example: "+=====+=====+",
    pattern: /^[ \t]*\+(?:[-=:]{2,}\+)+/gm,
    instead: text(
      "Таблицу пишут так: | а | б |, под шапкой |---|---|",
      "A table is written | а | б |, under its head |---|---|",
    ),
  },
  callout: {
    title: text("Врезка", "A callout"),
    example: "!!! note",
    pattern: /^[ \t]*(?:!!!|\?\?\?)\+?[ \t]+\S.*$/gm,
    instead: text(
      "Напишите абзацем: **Внимание.** …; знак как он есть – \\!",
      "Write a paragraph: **Note.** …; the sign as it stands is \\!",
    ),
  },
  percents: {
    title: text("Примечание из процентов", "A comment in percent signs"),
    example: "%%слово%%",
    pattern: /%%[^%\n]*(?:%%)?/g,
    instead: text("Примечание в шаблоне пишут так: {{!-- … --}}", "A comment of a template is written {{!-- … --}}"),
  },
  slashes: {
    title: text("Курсив или примечание из косых черт", "Italics or a comment of slashes"),
    example: "//слово//, /* слово */",
    pattern: /(?<![\p{L}\d:/»])\/\/(?:[^/\n]+\/\/)?|\/\*|\*\//gu,
    instead: text(
      "Курсив – *слово*, примечание в шаблоне – {{!-- … --}}; черта как она есть – \\/",
      "Italics are *word*, a comment of a template {{!-- … --}}; a slash as it stands is \\/",
    ),
  },
  angles: {
    title: text("Угловые скобки", "Angle brackets"),
    example: "<<слово>>",
    only: "finished",
    pattern: /<<[^<>\n]*>>|<\ue000\d+\ue001>/g,
    instead: text(
      "Кавычки – «…», ссылка на адрес из записи – [слова]({{record.…}}); скобка как она есть – \\<",
      "Quotation marks are «…», a link to an address of a record [words]({{record.…}}); a bracket as it stands is \\<",
    ),
  },
  lostBox: {
    title: text("Клеточка, которая не сложилась", "A check box that came to nothing"),
    example: "[v] очно, ☐ очно",
    only: "finished",
    pattern: /-?\[[ \t]*[xхv✓✔+]?[ \t]*\]|[☐☑☒✓✔▢]/giu,
    instead: text(
      "Клеточка в перечне – «- [ ] слово», отмеченная – «- [x] слово», среди слов – :box и :box[x]; скобка как она есть – \\[",
      "A check box in a list is “- [ ] word”, a marked one “- [x] word”, among words :box and :box[x]; a bracket as it stands is \\[",
    ),
  },
  codeOfSign: {
    title: text("Код вместо знака", "A code in place of a sign"),
    example: "5\\u00a0г",
    only: "finished",
    pattern: /\\(?:u[\da-f]{4}|[nt](?![a-z]))/gi,
    instead: text(
      "Поставьте сам знак; разрыв строки – :br, неразрывные пробелы ставит программа; черта как она есть – \\\\",
      "Put the character itself; a line break is :br, the program sets spaces that do not break; a backslash as it stands is \\\\",
    ),
  },
} as const satisfies { readonly [name: string]: Dialect };

/** What any of them has, so that most texts are not looked at one by one. */
export const ANY_DIALECT =
  /[~^$\\{[=#<>☐☑☒✓✔▢"]|\/[/*]|\*\/|\(\(|\+\p{L}|:\p{L}[\p{L}\w+-]*:|^[ \t]*(?::|\*\[|\+[-=:]|!!!|\?\?\?|[a-zа-яё]{1,4}[.)][ \t])|\+\+|--|''|%%|\((?:c|r|tm)\)/imu;
