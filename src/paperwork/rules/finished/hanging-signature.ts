import { type DocumentRule, type FindingIn, text } from "../rule.ts";

const SIGNATURES = /^(signature|party|dateline|acquaintance|executor)/;

/** The signature does not stand alone on the last page. */
export const hangingSignature: DocumentRule = {
  code: "TRC2508",
  title: text("Подпись стоит на странице почти одна", "A signature hangs alone on its page"),
  validations: ["V65"],
  severity: "warning",
  why: text(
    "На странице с подписью должно быть не меньше двух строк текста",
    "At least two lines of text stand on the page of the signature",
  ),
  norm: "Правила оформления документов: подпись не отрывают от текста",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "Директор школы                         М. П. Берёзкина",
    right:
      "3. Приказ довести до сведения работников.\n4. Контроль оставляю за собой.\n\nДиректор школы                         М. П. Берёзкина",
  },
  *checkDocument({ model, pages }): Iterable<FindingIn> {
    const bodyPages = pages.filter(({ section }) => section === 0);
    const styles = bodyPages.at(-1)?.lines.map(({ style }) => style) ?? [];
    if (bodyPages.length < 2 || !styles.some((style) => style.startsWith("signature"))) return;
    if (styles.findIndex((style) => SIGNATURES.test(style)) >= 2) return;
    yield {
      pointer: "",
      message: text(
        `Подпись документа «${model.meta.title}» стоит на странице почти без текста`,
        `The signature of "${model.meta.title}" stands on a page almost without text`,
      ),
      hints: text("Сократите или дополните текст на одну-две строки", "Cut or add a line or two"),
    };
  },
};
