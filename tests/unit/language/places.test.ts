import { describe, expect, it } from "vitest";
import { declineText } from "../../../src/language/index.ts";

/** Genitive and instrumental as the handbooks have them. */
const CERTAIN: readonly (readonly [string, string, string])[] = [
  ["Чебоксары", "Чебоксар", "Чебоксарами"],
  ["Мытищи", "Мытищ", "Мытищами"],
  ["Елец", "Ельца", "Ельцом"],
  ["Раменское", "Раменского", "Раменским"],
  ["Алатырь", "Алатыря", "Алатырем"],
  ["город Иртыш", "города Иртыша", "городом Иртышом"],
  ["город Чебоксары", "города Чебоксары", "городом Чебоксары"],
  ["город Бологое", "города Бологого", "городом Бологим"],
  ["город Пушкин", "города Пушкина", "городом Пушкином"],
  ["город Королёв", "города Королёва", "городом Королёвом"],
  ["город Суздаль", "города Суздаля", "городом Суздалем"],
  ["город Курган", "города Кургана", "городом Курганом"],
  ["город Находка", "города Находки", "городом Находкой"],
  ["город Новый Уренгой", "города Нового Уренгоя", "городом Новым Уренгоем"],
  ["река Чусовая", "реки Чусовой", "рекой Чусовой"],
  [
    "правительство Республики Северная Осетия – Алания",
    "правительства Республики Северная Осетия – Алания",
    "правительством Республики Северная Осетия – Алания",
  ],
  ["школа Республики Коми – интернат", "школы Республики Коми – интерната", "школой Республики Коми – интернатом"],
];

/** A surname or a town, a village of no gender that is seen, a town that no dictionary has, a person behind a form of business. */
const ASKED = ["Пушкин", "деревня Хань", "город Жуков", "город Лев", "город Брисбен", "город Ивдель", "ИП Пушкин"];

describe("names of places", () => {
  it.each(CERTAIN)("%s: %s, %s", (text, genitive, instrumental) => {
    const { forms } = declineText(text);
    expect([forms.genitive, forms.instrumental]).toEqual(
      [genitive, instrumental].map((form) => ({ text: form, confidence: "high", reason: null })),
    );
  });

  it.each(ASKED)("%s is asked about, and is no name of a person", (text) => {
    const { forms, kind } = declineText(text);
    expect(forms.genitive.confidence).toBe("low");
    expect(kind).not.toBe("person");
  });
});
