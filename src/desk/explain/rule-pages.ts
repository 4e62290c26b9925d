import { RULES } from "../../paperwork/rules/index.ts";
import { explainCode, SEVERITIES } from "./explain-code.ts";
import { FINDINGS } from "./findings-by-code.ts";
import { ELSEWHERE, LAST_VALIDATION } from "./validations.ts";

/** Every code with its page, and the table of validations: the whole of `docs/rules/`, by file name. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = [...FINDINGS.keys()].map((code): [string, string] => {
    const explained = explainCode(code);
    return [`${code}.md`, explained.found ? explained.page : ""];
  });
  return new Map([...pages, ["README.md", overview()]]);
}

/** What stands above the tables. */
const INTRODUCTION = [
  "# Правила и коды замечаний",
  "",
  "Страница кода: что случилось, почему это важно, по какой норме, как неверно и как верно. То же печатает `trc explain КОД`.",
  "Страницы составлены из кода программы командой `npm run findings`; правят их в файлах правил (`src/paperwork/rules`) и в `findings.ts` других частей.",
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
];

function overview(): string {
  const numbers = Array.from({ length: LAST_VALIDATION }, (_, index) => `V${String(index + 1).padStart(2, "0")}`);
  const rows = numbers.map((validation) => {
    const codes = RULES.filter(({ validations }) => validations.includes(validation)).map(({ code }) => link(code));
    return `| ${validation} | ${codes.join(", ") || "–"} | ${ELSEWHERE[validation] ?? ""} |`;
  });
  const rules = RULES.map(
    ({ code, title, severity = "error", validations }) =>
      `| ${link(code)} | ${title.ru} | ${SEVERITIES[severity].ru.split(":")[0]} | ${validations.join(", ")} |`,
  );
  const others = [...FINDINGS.values()]
    .filter((one) => !("validations" in one))
    .map(({ code, title }) => `| ${link(code)} | ${title.ru} |`);
  return [
    ...INTRODUCTION,
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
