import { type Defined, hintList, type Severity, suggest, type Text, text } from "../../base/diagnostics/index.ts";
import type { Rule } from "../../paperwork/rules/index.ts";
import { FINDINGS } from "./findings-by-code.ts";

/** The page of a code, in Markdown; or the codes that look like what was asked for. */
export type Explanation =
  | { readonly found: true; readonly page: string }
  | { readonly found: false; readonly near: readonly string[] };

/** Explains a code as `trc explain` prints it and, in Russian, as `docs/rules/` keeps it. `2101` and `trc2101` are understood. */
export function explainCode(asked: string, language: keyof Text = "ru"): Explanation {
  const code = asked
    .trim()
    .toUpperCase()
    .replace(/^(?=\d{4}$)/, "TRC");
  const finding = FINDINGS.get(code);
  return finding === undefined
    ? { found: false, near: suggest(code, [...FINDINGS.keys()], 5) }
    : { found: true, page: pageOf(finding, language) };
}

/** How a page names the severities. */
export const SEVERITIES: { readonly [severity in Severity]: Text } = {
  error: text("ошибка: комплект не собирается", "error: nothing is built"),
  warning: text("предупреждение", "warning"),
  info: text("замечание", "note"),
};

const WORDS = {
  why: text("Почему", "Why"),
  norm: text("Норма", "Norm"),
  hints: text("Что сделать", "What to do"),
  wrong: text("Неверно", "Wrong"),
  right: text("Верно", "Right"),
};

function pageOf(finding: Defined | Rule, language: keyof Text): string {
  const { code, title, why, norm, example } = finding;
  const hints = hintList(finding.hints);
  const section = (heading: keyof typeof WORDS, lines: readonly string[], file = ""): string[] => [
    `## ${WORDS[heading][language]}${file}`,
    "",
    ...lines,
    "",
  ];
  const file = example?.file === undefined ? "" : ` (${example.file})`;
  const lines = [
    `# ${code}. ${title[language]}`,
    "",
    ...("validations" in finding ? [ruleLine(finding)[language], ""] : []),
    ...section("why", [`${why[language]}.`]),
    ...(norm === undefined ? [] : section("norm", [language === "ru" ? `${norm}.` : `«${norm}».`])),
    ...(hints.length === 0
      ? []
      : section(
          "hints",
          hints.map((hint) => `- ${hint[language]}`),
        )),
    ...(example === undefined ? [] : section("wrong", block(example.wrong), file)),
    ...(example === undefined ? [] : section("right", block(example.right))),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function ruleLine({ code, severity = "error", validations }: Rule): Text {
  const checks = validations.join(", ");
  return text(
    `Правило проверок ${checks}. Важность: ${SEVERITIES[severity].ru}. Отключить или изменить: \`rules: {${code}: "off"}\` в settings.yaml; снять в одной записи: \`waivers\`.`,
    `Rule of the checks ${checks}. Severity: ${SEVERITIES[severity].en}. To switch it off or change it: \`rules: {${code}: "off"}\` in settings.yaml; to waive it in one record: \`waivers\`.`,
  );
}

function block(yaml: string): string[] {
  return ["```yaml", yaml, "```"];
}
