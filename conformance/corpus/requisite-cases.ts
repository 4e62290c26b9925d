import type { Block, DocumentModel } from "../../src/paperwork/document/index.ts";
import { pictureNamed } from "./pictures.ts";
import { plain } from "./text.ts";

/** A small document for each requisite, for the pictures that people look at. @see ГОСТ Р 7.0.97-2025, раздел 5 */
const CASES: { readonly [name: string]: readonly Block[] } = {
  // The code itself stands at the foot of the sheet; the text only has to be there.
  code: [{ type: "paragraph", role: "text", inlines: [{ type: "text", text: "Текст документа." }] }],
  letterhead: [
    {
      type: "letterhead",
      lines: [
        { role: "superior", inlines: plain("Комитет по образованию Примерского района") },
        {
          role: "organisation",
          inlines: plain("Муниципальное бюджетное общеобразовательное учреждение «Примерская средняя школа»"),
        },
        { role: "short", inlines: plain("(МБОУ «Примерская СШ»)") },
        { role: "contact", inlines: plain("ул. Вымышленная, д. 1, пос. Примерный, 000000; school@centre.example") },
      ],
    },
  ],
  "letterhead-corner": [
    {
      type: "letterhead",
      form: "corner",
      lines: [
        {
          role: "organisation",
          inlines: plain("Муниципальное бюджетное общеобразовательное учреждение «Примерская СШ»"),
        },
        { role: "contact", inlines: plain("ул. Вымышленная, д. 1; school@centre.example") },
      ],
    },
  ],
  "letterhead-emblem": [
    {
      type: "letterhead",
      emblem: pictureNamed("emblem.svg", "Эмблема школы"),
      lines: [{ role: "organisation", inlines: plain("МБОУ «Примерская средняя школа»") }],
    },
  ],
  "letterhead-corner-emblem": [
    {
      type: "letterhead",
      form: "corner",
      emblem: pictureNamed("emblem.svg", "Эмблема школы"),
      lines: [
        { role: "organisation", inlines: plain("МБОУ «Примерская средняя школа»") },
        { role: "contact", inlines: plain("ул. Вымышленная, д. 1; school@centre.example") },
      ],
    },
    {
      type: "approvals",
      left: null,
      right: { word: "УТВЕРЖДАЮ", lines: [plain("Директор")], sign: null },
    },
  ],
  picture: [
    { type: "paragraph", role: "text", inlines: plain("Проезд показан на рисунке 1.") },
    {
      type: "picture",
      ...pictureNamed("gradient.svg", "Схема проезда"),
      title: "Рисунок 1 – Схема проезда",
      number: "1",
      id: "scheme",
      widthMm: 80,
    },
    { type: "paragraph", role: "text", inlines: plain("Слова под рисунком.") },
  ],
  "title-date-number-place": [
    { type: "kind-title", inlines: plain("ПРИКАЗ") },
    {
      type: "dateline",
      layout: "order",
      date: plain("05.09.2025"),
      number: plain("№\u00a0145-ОД"),
      place: plain("пос.\u00a0Примерный"),
    },
    { type: "title", align: "left", inlines: plain("О присвоении статуса территориального ресурсного центра") },
    { type: "paragraph", role: "resolve", inlines: plain("ПРИКАЗЫВАЮ:") },
  ],
  "agreement-head": [
    { type: "kind-title", inlines: plain("ДОГОВОР №\u00a01") },
    {
      type: "dateline",
      layout: "agreement",
      date: plain("10.09.2025"),
      number: null,
      place: plain("пос.\u00a0Примерный"),
    },
    { type: "title", align: "center", inlines: plain("о сетевом взаимодействии") },
  ],
  "approval-official": [
    {
      type: "approvals",
      left: null,
      right: {
        word: "УТВЕРЖДАЮ",
        lines: [plain("Директор"), plain("МБОУ «Примерская СШ»")],
        sign: { name: plain("А.Б.\u00a0Примерова"), date: plain("05.09.2025") },
      },
    },
  ],
  "approval-order": [
    {
      type: "approvals",
      left: null,
      right: {
        word: "УТВЕРЖДЕНО",
        lines: [plain("приказом директора"), plain("МБОУ «Примерская СШ»"), plain("от 05.09.2025 №\u00a0145-ОД")],
        sign: null,
      },
    },
  ],
  "approval-body": [
    {
      type: "approvals",
      left: {
        word: "ПРИНЯТО",
        lines: [plain("педагогическим советом"), plain("(протокол от 29.08.2025 №\u00a01)")],
        sign: null,
      },
      right: { word: "УТВЕРЖДЕНО", lines: [plain("приказом от 05.09.2025 №\u00a0145-ОД")], sign: null },
    },
  ],
  "agreement-stamps": [
    {
      type: "approvals",
      left: {
        word: "СОГЛАСОВАНО",
        lines: [plain("Председатель комитета")],
        sign: { name: plain("В.Г.\u00a0Образцов"), date: plain("04.09.2025") },
      },
      right: {
        word: "УТВЕРЖДАЮ",
        lines: [plain("Директор")],
        sign: { name: plain("А.Б.\u00a0Примерова"), date: null },
      },
    },
  ],
  footnotes: [1, 2].map((number) => ({
    type: "paragraph",
    role: "text",
    inlines: [
      { type: "text", text: "Работа ведётся по плану" },
      { type: "footnote", number, text: number === 1 ? "¹" : "²", note: plain("План утверждён приказом.") },
      { type: "text", text: "." },
    ],
  })),
  restriction: [
    { type: "restriction", lines: [plain("Для служебного пользования"), plain("Экз. №\u00a01")] },
    {
      type: "letterhead",
      form: "corner",
      lines: [{ role: "organisation", inlines: plain("Муниципальное учреждение «Примерская СШ»") }],
    },
  ],
  "annex-mark": [
    {
      type: "annex-mark",
      lines: [
        plain("Приложение №\u00a01"),
        plain("к приказу МБОУ «Примерская СШ»"),
        plain("от 05.09.2025 №\u00a0145-ОД"),
      ],
    },
  ],
  signature: [
    { type: "paragraph", role: "text", inlines: plain("Контроль оставляю за собой.") },
    {
      type: "signature",
      post: [plain("Исполняющий обязанности руководителя"), plain("территориального ресурсного центра")],
      name: plain("А.Б.\u00a0Примерова"),
      seal: true,
    },
  ],
  "signature-electronic": [
    {
      type: "signature",
      post: [plain("Директор")],
      name: plain("А.Б.\u00a0Примерова"),
      seal: false,
      mark: [
        plain("Документ подписан электронной подписью"),
        plain("Сертификат 00AA11BB22CC33DD"),
        plain("Владелец Примерова Анна Борисовна"),
        plain("Действителен с 01.09.2025 по 01.12.2026"),
      ],
    },
  ],
  parties: [
    {
      type: "parties",
      parties: ["Центр", "Организация"].map((title, index) => ({
        title: plain(title),
        lines: [
          plain("МБОУ «Примерская СШ»"),
          plain("ул. Вымышленная, д. 1"),
          plain(`ИНН 123456789${index}, КПП 123401001`),
          plain("р/с 40702810000000001234 в банке «Примерный»"),
        ],
        post: [plain("Директор")],
        name: plain("А.Б.\u00a0Примерова"),
        seal: true,
      })),
    },
  ],
  acquaintance: [
    {
      type: "acquaintance",
      heading: plain("С приказом ознакомлены:"),
      people: [
        { name: plain("А.Б.\u00a0Примерова"), post: plain("педагог-психолог") },
        { name: plain("В.Г.\u00a0Образцов"), post: null },
      ],
    },
  ],
  executor: [{ type: "executor", lines: [plain("Примерова Анна Борисовна"), plain("8\u00a0(495)\u00a0000-00-00")] }],
};

export function requisiteCases(): Map<string, DocumentModel> {
  return new Map(
    Object.entries(CASES).map(([name, blocks]) => [
      name,
      {
        meta: {
          id: `requisite.${name}`,
          kind: "requisite",
          title: name,
          number: null,
          date: "2025-09-05",
          author: "Школа",
          language: "ru-RU",
          profile: "gost-2025",
          variant: "order",
        },
        body: { id: "body", role: "body", number: null, title: name, orientation: "portrait", blocks },
        annexes: [],
      } satisfies DocumentModel,
    ]),
  );
}
