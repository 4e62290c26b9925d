import { CODES, ENGLISH_TITLES, PAGES, type Severity, suggest } from "../../base/diagnostics/index.ts";
import { RULES } from "./table.ts";
import { ELSEWHERE, LAST_VALIDATION } from "./validations.ts";

/** The page of a code, in Markdown; or the codes that look like what was asked for. */
export type Explanation =
  | { readonly found: true; readonly page: string }
  | { readonly found: false; readonly near: readonly string[] };

/** Explains a code as `trc explain` prints it and, in Russian, as `docs/rules/` keeps it. `2101` and `trc2101` are understood. */
export function explainCode(asked: string, language: Language = "ru"): Explanation {
  const code = asked
    .trim()
    .toUpperCase()
    .replace(/^(?=\d{4}$)/, "TRC");
  const title = CODES[code];
  return title === undefined
    ? { found: false, near: suggest(code, Object.keys(CODES), 5) }
    : { found: true, page: pageOf(code, title, language) };
}

type Language = "ru" | "en";

type Words = {
  readonly severities: { readonly [severity in Severity]: string };
  readonly rule: (validations: string, severity: string, code: string) => string;
  readonly why: string;
  readonly norm: string;
  readonly wrong: string;
  readonly right: string;
};

const WORDS: { readonly [language in Language]: Words } = {
  ru: {
    severities: { error: "ошибка: комплект не собирается", warning: "предупреждение", info: "замечание" },
    rule: (validations, severity, code) =>
      `Правило проверок ${validations}. Важность: ${severity}. Отключить или изменить: \`rules: {${code}: "off"}\` в settings.yaml; снять в одной записи: \`waivers\`.`,
    why: "Почему",
    norm: "Норма",
    wrong: "Неверно",
    right: "Верно",
  },
  en: {
    severities: { error: "error: nothing is built", warning: "warning", info: "note" },
    rule: (validations, severity, code) =>
      `Rule of the checks ${validations}. Severity: ${severity}. To switch it off or change it: \`rules: {${code}: "off"}\` in settings.yaml; to waive it in one record: \`waivers\`.`,
    why: "Why",
    norm: "Norm",
    wrong: "Wrong",
    right: "Right",
  },
};

function pageOf(code: string, title: string, language: Language): string {
  const words = WORDS[language];
  const rule = RULES.find((one) => one.code === code);
  const page = PAGES[code];
  const english = ENGLISH_TITLES[code] ?? code;
  const lines = language === "ru" ? [`# ${code}. ${title}`, "", `*${english}*`, ""] : [`# ${code}. ${english}`, ""];
  if (rule !== undefined)
    lines.push(words.rule(rule.validations.join(", "), words.severities[rule.severity], code), "");
  const why = rule?.why[language] ?? (language === "ru" ? page?.why : page?.whyEnglish) ?? "";
  lines.push(`## ${words.why}`, "", `${why}.`, "");
  if (rule?.norm !== undefined) lines.push(`## ${words.norm}`, "", `${rule.norm}.`, "");
  const wrong = rule?.example.wrong ?? page?.wrong;
  const right = rule?.example.right ?? page?.right;
  const file = rule === undefined ? "" : ` (${rule.example.file})`;
  if (wrong !== undefined && right !== undefined)
    lines.push(`## ${words.wrong}${file}`, "", ...block(wrong), "", `## ${words.right}`, "", ...block(right), "");
  return `${lines.join("\n").trimEnd()}\n`;
}

function block(text: string): string[] {
  return ["```yaml", text, "```"];
}

/** Every code with its page, and the table of validations: the whole of `docs/rules/`, by file name. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = Object.keys(CODES)
    .sort()
    .map((code) => [`${code}.md`, pageOf(code, CODES[code] ?? "", "ru")] as const);
  return new Map([...pages, ["README.md", overview()]]);
}

function overview(): string {
  const numbers = Array.from({ length: LAST_VALIDATION }, (_, index) => `V${String(index + 1).padStart(2, "0")}`);
  const rows = numbers.map((validation) => {
    const codes = RULES.filter(({ validations }) => validations.includes(validation)).map(({ code }) => link(code));
    return `| ${validation} | ${codes.join(", ") || "–"} | ${ELSEWHERE[validation] ?? ""} |`;
  });
  const rules = RULES.map(
    ({ code, severity, validations }) =>
      `| ${link(code)} | ${CODES[code]} | ${WORDS.ru.severities[severity].split(":")[0]} | ${validations.join(", ")} |`,
  );
  const others = Object.keys(CODES)
    .filter((code) => !RULES.some((rule) => rule.code === code))
    .sort()
    .map((code) => `| ${link(code)} | ${CODES[code]} |`);
  return [
    "# Правила и коды замечаний",
    "",
    "Страница кода: что случилось, почему это важно, по какой норме, как неверно и как верно. То же печатает `trc explain КОД`.",
    "Страницы составлены из кода программы командой `npm run rule-pages`; правят их в `src/paperwork/rules` и `src/base/diagnostics/pages`.",
    "",
    "## Отключить, изменить, снять",
    "",
    "Правила (коды 21xx–28xx и 41xx–44xx) можно отключить или изменить их важность в `settings.yaml`:",
    "",
    "```yaml",
    "rules:",
    '  TRC2121: "off"',
    "  TRC2138: info",
    "```",
    "",
    "Одно замечание снимают в самой записи, с причиной и датой; снятое остаётся в отчёте, а решение, которое ничего не снимает, само становится предупреждением (TRC2901):",
    "",
    "```yaml",
    "waivers:",
    "  - code: TRC2121",
    "    property: date",
    "    reason: приказ издан в рабочую субботу по графику школы",
    "    date: 2025-11-05",
    "```",
    "",
    "## Язык отчёта",
    "",
    "`--lang en` есть у каждой команды: замечания, подсказки и `trc explain` – по-английски. Слова документов и имена из записей остаются русскими.",
    "",
    "## Проверки V01–V65",
    "",
    "| Проверка | Правила | Чем ещё обеспечена |",
    "|---|---|---|",
    ...rows,
    "",
    "## Правила",
    "",
    "| Код | О чём | Важность | Проверки |",
    "|---|---|---|---|",
    ...rules,
    "",
    "## Остальные коды",
    "",
    "| Код | О чём |",
    "|---|---|",
    ...others,
    "",
  ].join("\n");
}

function link(code: string): string {
  return `[${code}](${code}.md)`;
}
