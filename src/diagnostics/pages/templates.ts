import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const TEMPLATES_PAGES: { readonly [code: string]: CodePage } = {
  TRC3003: {
    english: "A file named in kind.yaml is missing",
    why: "Вид документа – папка; названные в kind.yaml шаблоны лежат в ней",
    wrong: "annexes: [{id: list, file: annex-lst.hbs}]",
    right: "annexes: [{id: list, file: annex-list.hbs}]",
  },
  TRC3004: {
    english: "There is no kind for the record",
    why: "Документ составляют по виду из папки templates",
    wrong: "kind: order-genral",
    right: "kind: order-general",
  },
  TRC3005: {
    english: "A path of kind.yaml leads nowhere",
    why: "Дата, номер и автор документа – пути к свойствам записи",
    wrong: "date: data",
    right: "date: date",
  },
  TRC3006: {
    english: "No kind in the folder of templates",
    why: "В папке нет ни одного kind.yaml; проверьте ключ --templates",
  },
  TRC3007: { english: "No profile suits the date", why: "Профили действуют по датам; документ старше или моложе всех" },
  TRC3201: {
    english: "The template is not Handlebars",
    why: "Скобки {{ }} и блоки {{#…}} {{/…}} должны закрываться",
    wrong: "{{#if record.due}}срок",
    right: "{{#if record.due}}срок{{/if}}",
  },
  TRC3202: {
    english: "A forbidden construction of Handlebars",
    why: "Шаблон – слова и помощники; остальное не нужно и небезопасно",
    wrong: '{{lookup record "date"}}',
    right: "{{date record.date}}",
  },
  TRC3203: {
    english: "An unknown helper",
    why: "Помощники перечислены в src/markup/helpers",
    wrong: "{{genitiv record.subject}}",
    right: "{{genitive record.subject}}",
  },
  TRC3204: {
    english: "Output without escaping",
    why: "Значение записи – данные, а не разметка",
    wrong: "{{{record.subject}}}",
    right: "{{record.subject}}",
  },
  TRC3205: {
    english: "A wrong name in a template",
    why: "Имена – слова через точку от record, centre, settings",
    wrong: "{{record.[date]}}",
    right: "{{record.date}}",
  },
  TRC3206: {
    english: "An unknown partial",
    why: "Вставки лежат в templates/partials и в папке вида",
    wrong: "{{> letterhed}}",
    right: "{{> letterhead organisation=record.issuer}}",
  },
  TRC3207: {
    english: "A character for internal use",
    why: "Такой символ программа ставит сама; в шаблон он попал при копировании",
  },
  TRC3208: {
    english: "Partials call one another in a ring",
    why: "Вставка не может вызывать себя ни прямо, ни через другие",
  },
  TRC3210: {
    english: "An unknown name",
    why: "У записи нет такого свойства по схеме",
    wrong: "{{record.nubmer}}",
    right: "{{record.number}}",
  },
  TRC3211: {
    english: "The value is not filled",
    why: "Печатать нечего: заполните свойство или окружите его {{#if}}",
    wrong: "{{record.place}}",
    right: "{{#if record.place}}{{record.place}}{{/if}}",
  },
  TRC3212: {
    english: "The value cannot be printed",
    why: "Печатают слова и числа, а не запись целиком",
    wrong: "{{record.issuer}}",
    right: "{{record.issuer.short}}",
  },
  TRC3213: {
    english: "A character that cannot stand in a value",
    why: "Невидимые знаки направления и управления подделывают вид текста",
  },
  TRC3214: {
    english: "A helper is called wrongly",
    why: "Помощнику нужны другие аргументы",
    wrong: "{{date}}",
    right: "{{date record.date}}",
  },
  TRC3301: {
    english: "Forbidden markup",
    why: "Разметка – абзацы, списки, таблицы и директивы; HTML и картинок нет",
    wrong: "<b>важно</b>",
    right: "**важно**",
  },
  TRC3302: {
    english: "An unknown directive",
    why: "Директивы – реквизиты документа",
    wrong: "::titel[О плане]",
    right: "::title[О плане]",
  },
  TRC3303: {
    english: "A wrong attribute of a directive",
    why: "У директивы свой набор атрибутов",
    wrong: "::title[О плане]{algin=center}",
    right: "::title[О плане]{align=center}",
  },
  TRC3304: { english: "A directive out of place", why: "Реквизит стоит там, где он бывает в документе" },
  TRC3305: {
    english: "A reference to a clause that is not there",
    why: ":ref[имя] ведёт к пункту с тем же именем (:id[имя])",
    wrong: ":ref[order.statuz]",
    right: ":ref[order.status]",
  },
  TRC3306: {
    english: "The identifier of a clause is taken",
    why: "На пункт ссылаются по имени, и оно одно в документе",
    wrong: ":id[term] … :id[term]",
    right: ":id[term] … :id[finance]",
  },
  TRC3307: { english: "A table is made wrongly", why: "Ширин, граф и ячеек в строке поровну" },
  TRC3308: {
    english: "A reference to an annex that is not there",
    why: "Приложения перечислены в kind.yaml",
    wrong: '{{annexRef "lst"}}',
    right: '{{annexRef "list"}}',
  },
  TRC3309: { english: "An annex is not mentioned in the text", why: "На приложение ссылаются в тексте документа" },
  TRC3310: { english: "A requisite is missing", why: "Обязательные реквизиты вида перечислены в kind.yaml" },
  TRC3311: { english: "Numbering deeper than four levels", why: "Глубже четырёх уровней пункты не нумеруют" },
  TRC3312: { english: "A chart is made wrongly", why: "Диаграмме нужны ряд чисел и подписи" },
};
