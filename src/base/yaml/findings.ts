import { defineFindings, type Text, text } from "../diagnostics/index.ts";

/** Deeper than any record is nested. */
export const MAX_DEPTH = 48;

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC1000: {
    title: text("Файл нельзя прочитать как YAML", "The file is not YAML"),
    why: text(
      "YAML различает строки по отступам, двоеточиям и кавычкам; одна лишняя или недостающая меняет смысл",
      "YAML distinguishes lines by indents, colons and quotes; one too many or too few changes the meaning",
    ),
    example: { wrong: "surname:Иванова", right: "surname: Иванова" },
  },
  TRC1001: {
    title: text("Файл слишком велик", "The file is too large"),
    why: text(
      "Запись и шаблон – небольшие файлы: большой проверяют и рисуют слишком долго, и чаще всего он попал в папку по ошибке",
      "A record and a template are small files: a large one takes too long to check and render, and has most likely come into the folder by mistake",
    ),
    hints: text(
      "Если файл чужой, уберите его из папки. Шаблон разделите: приложения – в annex-*.hbs, повторы – в partials, данные – в записи и {{#each}}; запись разделите на несколько",
      "If the file is not meant to be there, move it out of the folder. Divide a template: annexes into annex-*.hbs, what repeats into partials, data into records and {{#each}}; divide a record into several",
    ),
  },
  TRC1002: {
    title: text("Файл пуст", "The file is empty"),
    why: text(
      "Пустой файл ничего не значит: либо запись не дописана, либо файл лишний",
      "An empty file means nothing: either the record is unfinished or the file is not needed",
    ),
    message: text("В файле нет данных, только примечания", "The file holds no data, only comments"),
    hints: text("Заполните запись или удалите файл", "Fill in the record or delete the file"),
    example: { wrong: "# только примечание", right: "surname: Иванова" },
  },
  TRC1003: {
    title: text("Файл записан не в UTF-8", "The file is not UTF-8"),
    why: text(
      "Русские буквы в другой кодировке превратятся в бессмыслицу",
      "Russian letters in another encoding would turn into gibberish",
    ),
    hints: text(
      "Сохраните файл заново в кодировке UTF-8 (в редакторе: «Сохранить с кодировкой»)",
      "Save the file again in UTF-8 (in the editor: “Save with Encoding”)",
    ),
  },
  TRC1004: {
    title: text("Недопустимый управляющий символ", "A control character"),
    why: text(
      "Его нельзя напечатать, или он поворачивает слова вокруг себя, и читают не то, что написано; он попадает в текст при копировании",
      "It cannot be printed, or it turns the words around it, so that people read what is not written; it comes into a text by copying",
    ),
    hints: text(
      "Удалите его: он невидим и стоит в отмеченном месте",
      "Remove it: it is invisible and stands at the marked place",
    ),
  },
  TRC1005: {
    title: text("Ключ указан дважды", "A key stands twice"),
    why: text("Неясно, какое из двух значений верно", "It is not clear which of the two values is right"),
    message: (name: string) => text(`Ключ «${name}» указан дважды`, `The key “${name}” is given twice`),
    hints: text("Оставьте одну из двух строк", "Keep one of the two lines"),
    example: { wrong: "gender: feminine\ngender: masculine", right: "gender: feminine" },
  },
  TRC1006: {
    title: text("Несколько документов YAML в одном файле", "Several YAML documents in one file"),
    why: text("Одна запись – один файл; строка «---» начинает вторую", 'One record is one file; "---" begins a second'),
    message: text(
      "В файле несколько документов YAML (строка «---»)",
      "The file holds several YAML documents (the line “---”)",
    ),
    hints: text(
      "Оставьте в файле одну запись, остальные вынесите в отдельные файлы",
      "Keep one record in the file and move the others to files of their own",
    ),
    example: { wrong: "surname: Иванова\n---\nsurname: Петров", right: "surname: Иванова" },
  },
  TRC1007: {
    title: text("Якорь, ссылка на якорь, ключ слияния или тег", "An anchor, alias, merge key or tag"),
    why: text(
      "Каждая запись читается сама по себе, чтобы её понял человек",
      "Every record is read by itself, so that a person understands it",
    ),
    message: (what: Text, _written: string | null) =>
      text(`${what.ru}: в записях не используется`, `${what.en}: not used in records`),
    hints: (_what: Text, written: string | null) => [
      written === null
        ? text(
            "Напишите значение целиком; если оно начинается с *, & или !, возьмите его в кавычки",
            "Write the value in full; if it begins with *, & or !, put it in quotes",
          )
        : text(
            `Напишите значение целиком; если это обычный текст, возьмите его в кавычки: "${written}"`,
            `Write the value in full; if it is plain text, put it in quotes: "${written}"`,
          ),
    ],
    example: { wrong: "place: *school", right: "place: МБОУ «Примерненская СШ»" },
  },
  TRC1008: {
    title: text("Ключ – не простое слово", "A key is not a plain word"),
    why: text(
      "Ключи – латинские слова; какие бывают, перечислено в справочнике записей",
      "Keys are Latin words of the schema",
    ),
    message: text("Ключ должен быть простым словом", "A key must be a plain word"),
    hints: text(
      "Напишите ключ латинскими буквами без скобок, например: surname: Иванова",
      "Write the key in Latin letters without brackets, for example: surname: Иванова",
    ),
    example: { wrong: "[a, b]: 1", right: "given: Мария" },
  },
  TRC1009: {
    title: text("Недопустимый ключ", "A forbidden key"),
    why: text("Такие ключи управляют программой, а не записью", "Such keys govern the program, not the record"),
    message: (name: string) => text(`Недопустимый ключ «${name}»`, `The key “${name}” is not allowed`),
    hints: text("Такого свойства у записей нет: удалите строку", "Records have no such property: delete the line"),
    example: { wrong: "__proto__: x", right: "given: Мария" },
  },
  TRC1010: {
    title: text("Число с нулём впереди без кавычек", "A number with a leading zero without quotes"),
    why: text("Без кавычек «08» – число 8: номер потеряет ноль", 'Without quotes "08" is 8: the zero would be lost'),
    message: (source: string) =>
      text(`Число с нулём впереди «${source}» потеряет ноль`, `The number “${source}” would lose its leading zero`),
    hints: (source: string) => text(`Возьмите значение в кавычки: "${source}"`, `Put the value in quotes: "${source}"`),
    example: { wrong: "number: 08", right: 'number: "08"' },
  },
  TRC1011: {
    title: text("Не обычное число", "Not an ordinary number"),
    why: text("Бесконечность и «не число» нельзя напечатать", 'Infinity and "not a number" cannot be printed'),
    message: (source: string) => text(`«${source}» – не обычное число`, `“${source}” is no ordinary number`),
    hints: (source: string) =>
      text(
        `Напишите число цифрами или возьмите значение в кавычки: "${source}"`,
        `Write the number in figures or put the value in quotes: "${source}"`,
      ),
    example: { wrong: "copies: .inf", right: "copies: 2" },
  },
  TRC1012: {
    title: text("Слишком глубокая вложенность", "Too deep nesting"),
    why: text(
      "Записи не вложены так глубоко: проверьте скобки и отступы",
      "Records are not nested so deeply: check brackets and indents",
    ),
    message: text(
      `Слишком глубокая вложенность: больше ${MAX_DEPTH} уровней`,
      `Nested too deeply: more than ${MAX_DEPTH} levels`,
    ),
    hints: text(
      "Проверьте скобки и отступы: так глубоко записи не вложены",
      "Check the brackets and the indents: no record is nested so deeply",
    ),
  },
  TRC1017: {
    title: text("Следы слияния git: в файле два варианта сразу", "Marks of a merge by git: two variants in one file"),
    why: text(
      "Git оставил оба варианта между строками «<<<<<<<», «=======» и «>>>>>>>»: какой верен, решает человек",
      "Git has left both variants between the lines “<<<<<<<”, “=======” and “>>>>>>>”: which is right, a person decides",
    ),
    message: text(
      "Слияние не закончено: здесь начинаются два варианта одних и тех же строк",
      "A merge is unfinished: two variants of the same lines begin here",
    ),
    hints: text(
      "Оставьте один вариант и удалите три строки: «<<<<<<<…», «=======» и «>>>>>>>…»",
      "Keep one variant and delete the three lines “<<<<<<<…”, “=======” and “>>>>>>>…”",
    ),
    example: {
      wrong: "<<<<<<< HEAD\ngiven: Виктор\n=======\ngiven: Виталий\n>>>>>>> branch",
      right: "given: Виктор",
    },
  },
  TRC1013: {
    title: text("Схема записи неверна", "The schema of a record is wrong"),
    why: text(
      "schema.json вида документа нарушает правила JSON или JSON Schema",
      "The schema.json of a kind breaks the rules of JSON or JSON Schema",
    ),
    example: { wrong: '"properties": {"date": {"type": "дата"}}', right: '"properties": {"date": {"type": "string"}}' },
  },
  TRC1026: {
    title: text("Ошибок в файле слишком много, показаны первые", "Too many faults in a file"),
    why: text("Показаны первые, остальные посчитаны", "The first ones are shown, the others are counted"),
    hints: text(
      "Исправьте показанные и запустите проверку снова; если их слишком много, возможно, это не тот файл",
      "Correct those shown and check again; if there are very many, it may be the wrong file",
    ),
  },
  TRC1100: {
    title: text("Значение здесь не годится", "The value does not suit the schema"),
    why: text(
      "У свойства есть условие, которому значение не отвечает; что сделать, сказано в подсказке",
      "The schema describes what the value may be; the hint names the change",
    ),
    example: {
      wrong: "annexes: [{id: a0, …}, {id: a1, …}, {id: a2, …}, {id: a3, …}, {id: a4, …}, {id: a5, …}]",
      right: "annexes: [{id: a0, …}, {id: a1, …}]",
    },
  },
  TRC1101: {
    title: text("Неизвестное свойство", "An unknown property"),
    why: text("Свойство с опечаткой молча пропало бы из документа", "A misspelt property would silently be left out"),
    example: { wrong: "gendre: feminine", right: "gender: feminine" },
  },
  TRC1102: {
    title: text("Не хватает свойства", "A property is missing"),
    why: text("Без этого свойства документ не составить", "The document cannot be drawn up without this property"),
    example: { wrong: "surname: Иванова", right: "surname: Иванова\ngiven: Мария" },
  },
  TRC1103: {
    title: text("Значение не того типа", "A value of a wrong type"),
    why: text(
      "Тексты и числа с нулями берут в кавычки, списки пишут строками с «- »",
      'Texts and numbers with zeros stand in quotes, lists are written as lines with "- "',
    ),
    example: { wrong: "number: 145", right: 'number: "145"' },
  },
  TRC1104: {
    title: text("Значение не из списка допустимых", "The value is not in the list"),
    why: text("Здесь годится одно из перечисленных слов", "Only one of the listed words will do here"),
    example: { wrong: "gender: femal", right: "gender: feminine" },
  },
  TRC1105: {
    title: text("Невозможная дата", "An impossible date"),
    why: text("Даты пишут как ГГГГ-ММ-ДД, и такой день должен быть", "Dates are YYYY-MM-DD, and the day must exist"),
    example: { wrong: "date: 2025-02-30", right: "date: 2025-02-28" },
  },
  TRC1106: {
    title: text("Значение записано не по форме", "The value is not in form"),
    why: text("Свойство имеет образец: число цифр, знаки, порядок", "It has a pattern: digits, characters, order"),
    example: { wrong: 'inn: "67000000"', right: 'inn: "6700000014"' },
  },
  TRC1107: {
    title: text("Пустое значение или список", "An empty value or list"),
    why: text(
      "Пустое значение хуже отсутствующего: удалите строку или заполните её",
      "An empty value is worse than none: remove the line or fill it in",
    ),
    example: { wrong: "audience: []", right: "audience: [учителя физики]" },
  },
  TRC1108: {
    title: text("Повтор в списке", "A double in a list"),
    why: text("Повтор посчитали бы дважды", "What stands twice would be counted twice"),
    example: { wrong: "acknowledge: [zhuk-ayu, zhuk-ayu]", right: "acknowledge: [zhuk-ayu]" },
  },
  TRC1109: {
    title: text("Число вне допустимых границ", "A number out of bounds"),
    why: text("Число должно быть в указанных границах", "The number must lie within the given bounds"),
    example: { wrong: "copies: 1", right: "copies: 2" },
  },
  TRC1110: {
    title: text("Нужен ровно один из способов заполнения", "Exactly one way is needed"),
    why: text(
      "Есть несколько способов заполнить свойство; годится ровно один",
      "There are several ways to fill in the property; exactly one of them will do",
    ),
    example: { wrong: 'period: {month: "2025-10", date: 2025-10-01}', right: 'period: {month: "2025-10"}' },
  },
  TRC1015: {
    title: text("Письмо, которое программа не умеет набирать", "Writing that the program cannot set"),
    why: text(
      "Буквы этого письма меняют вид рядом друг с другом или идут справа налево: документ напечатал бы их неверно",
      "Letters of this writing change beside one another or run from right to left: a document would print them wrongly",
    ),
    message: (letter: string) =>
      text(
        `Буква «${letter}» – письмо, которое программа не умеет набирать`,
        `The letter “${letter}” is of a writing that the program cannot set`,
      ),
    hints: text(
      "Напишите имя или слово русскими или латинскими буквами",
      "Write the name or the word in Cyrillic or Latin letters",
    ),
    example: { wrong: "surname: كريم", right: "surname: Карим" },
  },
  TRC1016: {
    title: text("Текст из одних пробелов", "A text of spaces alone"),
    why: text(
      "Такое значение считается заполненным, а печатает пустое место",
      "Such a value counts as filled in and prints an empty place",
    ),
    message: text("В значении нет ни одного видимого знака", "The value holds no visible character"),
    hints: text("Заполните его или удалите строку", "Fill it in or delete the line"),
    example: { wrong: 'subject: "   "', right: "subject: О проведении конференции" },
  },
});
