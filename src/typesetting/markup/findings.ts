import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC3201: {
    title: text("Шаблон не читается как Handlebars", "The template is not Handlebars"),
    why: text("Скобки {{ }} и блоки {{#…}} {{/…}} должны закрываться", "{{ }} and blocks {{#…}} {{/…}} must be closed"),
    example: { wrong: "{{#if record.due}}срок", right: "{{#if record.due}}срок{{/if}}" },
  },
  TRC3202: {
    title: text("Недопустимая конструкция Handlebars", "A forbidden construction of Handlebars"),
    why: text("Шаблон – слова и помощники; остальное небезопасно", "It is words and helpers; the rest is not safe"),
    example: { wrong: '{{lookup record "date"}}', right: "{{date record.date}}" },
  },
  TRC3203: {
    title: text("Неизвестный помощник шаблона", "An unknown helper"),
    why: text(
      "Шаблон зовёт только тех помощников, что есть у программы: они перечислены на странице docs/helpers.md",
      "A template calls only the helpers that the program has: the page docs/helpers.md lists them",
    ),
    example: { wrong: "{{genitiv record.subject}}", right: "{{genitive record.subject}}" },
  },
  TRC3204: {
    title: text("Вывод без экранирования", "Output without escaping"),
    why: text("Значение записи – данные, а не разметка", "A value of a record is data, not markup"),
    example: { wrong: "{{{record.subject}}}", right: "{{record.subject}}" },
  },
  TRC3205: {
    title: text("Недопустимое имя в шаблоне", "A wrong name in a template"),
    why: text("Имена – слова через точку от record, centre, settings", "Dotted words from record, centre, settings"),
    example: { wrong: "{{record.[date]}}", right: "{{record.date}}" },
  },
  TRC3206: {
    title: text("Неизвестная вставка (partial)", "An unknown partial"),
    why: text("Вставки лежат в templates/partials и в папке вида", "They lie in templates/partials and with the kind"),
    example: { wrong: "{{> letterhed}}", right: "{{> letterhead organisation=record.issuer}}" },
  },
  TRC3207: {
    title: text("Символ для служебных нужд в тексте шаблона", "A character for internal use"),
    why: text(
      "Такой символ программа ставит сама; в шаблон он попал при копировании",
      "The program sets such a character itself; it has come into the template by copying",
    ),
    hints: text("Удалите невидимый символ", "Remove the invisible character"),
  },
  TRC3208: {
    title: text("Вставки вызывают друг друга по кругу", "Partials call one another in a ring"),
    why: text("Вставка не может вызывать себя ни прямо, ни через другие", "It never calls itself, even through others"),
    hints: text("Уберите один из вызовов", "Take one of the calls out"),
  },
  TRC3210: {
    title: text("Неизвестное имя", "An unknown name"),
    why: text("У записи нет такого свойства по схеме", "The record has no such property in its schema"),
    example: { wrong: "{{record.nubmer}}", right: "{{record.number}}" },
  },
  TRC3211: {
    title: text("Значение не заполнено", "The value is not filled"),
    why: text("Заполните свойство или окружите его {{#if}}", "Fill in the property or put {{#if}} around it"),
    example: { wrong: "{{record.place}}", right: "{{#if record.place}}{{record.place}}{{/if}}" },
  },
  TRC3212: {
    title: text("Значение нельзя напечатать", "The value cannot be printed"),
    why: text("Печатают слова и числа, а не запись целиком", "Words and numbers are printed, not a whole record"),
    example: { wrong: "{{record.issuer}}", right: "{{record.issuer.short}}" },
  },
  TRC3213: {
    title: text("Недопустимый символ в значении", "A character that cannot stand in a value"),
    why: text(
      "Невидимые знаки направления и управления подделывают вид текста",
      "Invisible marks of direction and control counterfeit the look of a text",
    ),
    hints: text("Удалите символ из записи", "Remove the character from the record"),
  },
  TRC3214: {
    title: text("Помощник вызван неверно", "A helper is called wrongly"),
    why: text("Помощнику нужны другие аргументы", "The helper needs other arguments"),
    example: { wrong: "{{date}}", right: "{{date record.date}}" },
  },
  TRC3215: {
    title: text("Шаблон делает слишком много", "A template does too much"),
    why: text(
      "На каждый документ отведено число шагов, знаков и секунд, в сотни раз больше обычного: ошибка в шаблоне или чужой шаблон не должны остановить работу",
      "Every document has a number of steps, characters and seconds, hundreds of times what is usual: an error in a template, or a stranger's template, must not stop the work",
    ),
    example: {
      wrong: "{{#each (range 1 9999)}}{{#each (range 1 9999)}}{{this}}{{/each}}{{/each}}",
      right: "{{#each record.items}}{{this}}{{/each}}",
    },
  },
  TRC3216: {
    title: text("Образец для поиска составлен неверно", "A pattern to search by is malformed"),
    why: text(
      "Образец – регулярное выражение RE2: время поиска растёт не быстрее текста, поэтому в нём нет ссылок назад и просмотра вперёд и назад",
      "A pattern is a regular expression of RE2, which takes no more time than the text is long: it has neither references back nor looking ahead and behind",
    ),
    example: { wrong: 'matching orders "number" "("', right: 'matching orders "number" "^[0-9]+-ОД$"' },
  },
  TRC3301: {
    title: text("Недопустимая разметка", "Forbidden markup"),
    why: text(
      "Разметка – абзацы, списки, таблицы и директивы; HTML и картинок нет",
      "Markup is paragraphs, lists, tables and directives; there is no HTML and there are no pictures",
    ),
    example: { wrong: "<b>важно</b>", right: "**важно**" },
  },
  TRC3302: {
    title: text("Неизвестная директива", "An unknown directive"),
    why: text("Директивы – реквизиты документа", "Directives are the requisites of a document"),
    example: { wrong: "::titel[О плане]", right: "::title[О плане]" },
  },
  TRC3303: {
    title: text("Неверный атрибут директивы", "A wrong attribute of a directive"),
    why: text("У директивы свой набор атрибутов", "A directive has its own set of attributes"),
    example: { wrong: "::title[О плане]{algin=center}", right: "::title[О плане]{align=center}" },
  },
  TRC3304: {
    title: text("Директива не на своём месте", "A directive out of place"),
    why: text("Реквизит стоит там, где он бывает в документе", "A requisite stands where a document has it"),
    example: { wrong: ":::annex\n:::table\n:::\n:::", right: "::::annex\n:::table\n:::\n::::" },
  },
  TRC3305: {
    title: text("Ссылка на пункт или таблицу, которых нет", "A reference to a clause or a table that is not there"),
    why: text(
      ":ref[имя] ведёт к пункту с тем же именем (:id[имя]) или к таблице и рисунку с номером (id=имя)",
      ":ref[name] leads to the clause with :id[name], or to a table or a figure with a number (id=name)",
    ),
    example: { wrong: ":ref[order.statuz]", right: ":ref[order.status]" },
  },
  TRC3306: {
    title: text("Имя пункта или таблицы занято", "The name of a clause or a table is taken"),
    why: text(
      "На пункт, таблицу и рисунок ссылаются по имени, и оно одно в документе",
      "Clauses, tables and figures are referred to by their names, each of which is one in a document",
    ),
    hints: text("Дайте другое имя в :id[…] или id=…", "Give another name in :id[…] or id=…"),
    example: { wrong: ":id[term] … :id[term]", right: ":id[term] … :id[finance]" },
  },
  TRC3307: {
    title: text("Таблица составлена неверно", "A table is made wrongly"),
    why: text(
      "Ширин, граф и ячеек в строке поровну, а объединённая ячейка – прямоугольник",
      "There are as many widths as columns and as cells in a row, and a merged cell is a rectangle",
    ),
    example: {
      wrong: ':::table{widths="40 60 20"}\n| № | Что |\n|---|---|\n| 1 | Семинар |\n:::',
      right: ':::table{widths="10 90"}\n| № | Что |\n|---|---|\n| 1 | Семинар |\n:::',
    },
  },
  TRC3308: {
    title: text("Ссылка на приложение, которого нет", "A reference to an annex that is not there"),
    why: text("Приложения перечислены в kind.yaml", "Annexes are listed in kind.yaml"),
    example: { wrong: '{{annexRef "lst"}}', right: '{{annexRef "list"}}' },
  },
  TRC3309: {
    title: text("Приложение не упомянуто в тексте", "An annex is not mentioned in the text"),
    why: text("На приложение ссылаются в тексте документа", "The text of a document refers to its annex"),
    example: { wrong: "утвердить список участников.", right: "утвердить список участников (приложение:annex[list])." },
  },
  TRC3310: {
    title: text("Нет обязательного реквизита", "A requisite is missing"),
    why: text("Обязательные реквизиты вида перечислены в kind.yaml", "The requisites of a kind stand in kind.yaml"),
    hints: text(
      "Добавьте его или уберите из requisites (kind.yaml)",
      "Add it or take it out of requisites (kind.yaml)",
    ),
  },
  TRC3311: {
    title: text("Нумерация глубже четырёх уровней", "Numbering deeper than four levels"),
    why: text("Глубже четырёх уровней пункты не нумеруют", "Clauses are not numbered deeper than four levels"),
    hints: text("Сократите вложенность пунктов до четырёх уровней", "Nest the clauses no deeper than four levels"),
  },
  TRC3312: {
    title: text("Диаграмма составлена неверно", "A chart is made wrongly"),
    why: text("Диаграмме нужны ряд чисел и подписи", "A chart needs a row of numbers and labels"),
    example: { wrong: "| Семинар | пять |", right: "| Семинар | 5 |" },
  },
  TRC3313: {
    title: text("Перечень или номер набран не так", "A list or a number is typed wrongly"),
    why: text(
      "Номера ставит программа: набранный рукой напечатался бы другим",
      "The program sets the numbers: one set by hand would be printed as another",
    ),
    example: { wrong: "12. пунктом считать", right: "12\\. пунктом считать" },
  },
  TRC3314: {
    title: text("Пункт или заголовок без слов", "An item or a heading without words"),
    why: text(
      "Номер, тире или заголовок без слов – пропавшее значение",
      "A number, a dash or a heading without words is a value that is missing",
    ),
    example: { wrong: "- {{record.place}}", right: "{{#if record.place}}\n- {{record.place}}\n{{/if}}" },
  },
  TRC3315: {
    title: text("Сноска без пары или не на своём месте", "A footnote without its pair or out of place"),
    why: text(
      "У сноски один текст и одна ссылка на него – в абзаце, пункте или перечне",
      "A footnote has one text and one reference to it, in a paragraph, a clause or a list",
    ),
    example: { wrong: "Слово[^1].", right: "Слово[^1].\n\n[^1]: Текст сноски." },
  },
  TRC3316: {
    title: text("Картинка без слов, файла или номера", "A picture without words, a file or a number"),
    why: text(
      "Кто не видит картинки, тому её читают: alt говорит, что на ней",
      "To those who do not see a picture its alt is read: it says what the picture shows",
    ),
    example: {
      wrong: '::picture{file="pictures/shema.png"}',
      right: '::picture{file="pictures/shema.png" alt="Схема проезда к школе"}',
    },
  },
  TRC3322: {
    title: text("Ссылка, которой в документе быть не может", "A link that no document may have"),
    why: text(
      "Документ читают на других машинах и в архиве: ссылка на файл, скрипт или место рядом с шаблоном там ведёт в никуда или опасна. Живые ссылки – на сайт (http, https), на почту (mailto) и внутрь документа",
      "A document is read on other machines and in archives: a link to a file, a script or a place beside the template leads nowhere there, or is a danger. Live links lead to a site (http, https), to a mailbox (mailto) and within the document",
    ),
    example: {
      wrong: "[Положение](../polozhenie.docx)",
      right: "[сайт](https://example.org/), [почта](mailto:school@example.org)",
    },
  },
  TRC3321: {
    title: text("Этого не прочесть вслух", "This cannot be read aloud"),
    why: text(
      "PDF объявляет себя доступным (PDF/UA-1) и должен им быть: у таблицы есть заголовки граф или строк, у диаграммы – подпись и описание",
      "A PDF says that it is accessible (PDF/UA-1) and has to be: a table has headings of columns or rows, a chart a caption and a description",
    ),
    example: {
      wrong: ':::chart{form=bar title="Штат"}',
      right: ':::chart{form=bar title="Штат" alt="Число работников по годам; числа – в таблице 1"}',
    },
  },
  TRC4001: {
    title: text(
      "Фамилия или имя: форму нельзя вывести уверенно, её подтверждает человек",
      "A surname or a given name whose case form is not certain: a person confirms it",
    ),
    why: text(
      "Программа не угадывает. Подтверждённая форма стоит в content/lexicon.yaml и действует во всех документах; форма в записи лица (surnameCases, cases) главнее её. Готовый блок напечатан в самом сообщении",
      "The program does not guess. A confirmed form stands in content/lexicon.yaml and holds for all documents; a form in the record of the person (surnameCases, cases) goes before it. The message prints a block ready to paste",
    ),
    example: {
      wrong: "# content/people/kolomiets-ip.yaml\nsurname: Коломиец\ngender: masculine",
      right:
        "# content/lexicon.yaml\nforms:\n  - kind: surname\n    text: Коломиец\n    gender: masculine\n    cases: {genitive: Коломийца, dative: Коломийцу, accusative: Коломийца, instrumental: Коломийцем, prepositional: Коломийце}",
    },
  },
  TRC4002: {
    title: text(
      "Должность, наименование или слово: форму нельзя вывести уверенно, её подтверждает человек",
      "A post, a name of an organisation or a word whose case form is not certain: a person confirms it",
    ),
    why: text(
      "Программа не угадывает. Подтверждённая форма стоит в content/lexicon.yaml и действует во всех документах; форма в записи (cases) главнее её. Готовый блок напечатан в самом сообщении",
      "The program does not guess. A confirmed form stands in content/lexicon.yaml and holds for all documents; a form in the record (cases) goes before it. The message prints a block ready to paste",
    ),
    example: {
      wrong: "title: квантоматик по физике",
      right:
        "# content/lexicon.yaml\nforms:\n  - kind: position\n    text: квантоматик по физике\n    cases: {genitive: квантоматика по физике, dative: квантоматику по физике}",
    },
  },
});
