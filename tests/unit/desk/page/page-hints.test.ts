import { expect, it } from "vitest";
import { inWordsOfPage } from "../../../../src/desk/page/page-hints.ts";

it.each([
  ["Назовите один документ: trc archive add 91-od-2025 --signature ФАЙЛ", "«Сдать в архив» у документа"],
  ["Издайте его: trc issue 91-od-2025 --date 2026-01-12; если", "«Издать» у документа; если"],
  ["Проверьте его сами: trc check; каким", "«Замечания»; каким"],
])("the page names a button for a command with all its options: %s", (words, button) => {
  const said = inWordsOfPage(words, "ru");
  expect(said.slice(said.indexOf("«"))).toBe(button);
  expect(said).not.toMatch(/trc |--/);
});
