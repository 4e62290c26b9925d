import { describe, expect, it } from "vitest";
import { FaultBase } from "../../../support/fault-base.ts";

const base = new FaultBase("content");
const FILE = "orders/2026/11-od-2026.yaml";
const TASK = "text: принять заявки на участие в конференции";

/** Right words that look like slips. */
const RIGHT = [
  "привести локальные акты в соответствие с законодательством",
  "принять заявки до 17:00, далее – в рабочем порядке",
  "подготовить сметы (на 1 000,50 руб.) и списки",
  "подать заявки: 1) списком, 2) по почте",
  "проверить, что то, что сдано, верно",
  "провести занятие «Читаем „Капитанскую дочку“» в 5 классе",
  "принять заявки и т. д., и т. п.",
  "исполнить приказ от 05.09.2025 № 145-ОД",
  "исполнить приказ от 06.09.2023 № 145-ОД",
  "руководствоваться Федеральным законом от 29.12.2012 № 273-ФЗ",
  "руководствоваться приказом Минпросвещения России от 31.05.2021 № 287",
  "иметь в виду изменения графика",
  "работать с классами 5а, 5б; 6а",
  "провести занятие чуть-чуть раньше, шаг за шагом",
];

/** Values that look like slips and are none, each with what they stand in for. */
const HARMLESS: readonly (readonly [file: string, from: string, to: string])[] = [
  ["calendar/2026.yaml", "to: 2026-12-31}", "to: 2026-12-30}"],
  [
    "orders/2025/88-od-2025.yaml",
    'weekday: tuesday\n    from: "14:00"\n    to: "16:00"',
    'weekday: monday\n    from: "15:30"\n    to: "16:00"',
  ],
  ["people/zhuk-ayu.yaml", "surname: Жук", "surname: Жук-Полевой"],
];

describe("what is right", () => {
  it.each(RIGHT)("has no finding: %s", (words) => {
    const text = base.textOf(FILE)?.replace(TASK, `text: "${words}"`) ?? "";
    expect(text).toContain(words);
    expect(base.check({ [FILE]: text }).map(({ code, message }) => `${code} ${message.ru}`)).toEqual([]);
  });

  it.each(HARMLESS)("has no finding: %s %s", (file, from, to) => {
    const text = base.textOf(file)?.replace(from, to) ?? "";
    expect(text).toContain(to);
    expect(base.check({ [file]: text }).map(({ code, message }) => `${code} ${message.ru}`)).toEqual([]);
  });
});
