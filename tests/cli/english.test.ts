import { generateKeyPairSync } from "node:crypto";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments, visit } from "yaml";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { sampleAnswers } from "../../src/desk/drafting/index.ts";
import type { Manifest } from "../../src/project/output/index.ts";
import { identity } from "../support/certificates.ts";
import { temporaryFolder } from "../support/samples.ts";
import { order, SmallProject } from "../support/small-project.ts";
import { type Answer, trc } from "../support/trc.ts";

const LEAVES = COMMANDS.flatMap(({ name, commands }) => commands?.map((one) => `${name} ${one.name}`) ?? [name]);
const CYRILLIC = /[А-Яа-яЁё]/;
/** No English sentence does without one of these; options and names (`--of`, `order-of`) have a hyphen beside them. */
const ENGLISH = /(?<![-\w])(?:the|is|are|was|were|of|to|for|not|no|with|and|or|by|has|have|be|it|this|from)(?![-\w])/i;

/** Command lines in their order, each with its exit code; words in capitals are places of the test. */
const STEPS: readonly (readonly [line: string, code: number])[] = [
  ["build SET --out OUT --no-cache --format docx", 0],
  ["build SET --out SHARDED --no-cache --format docx --shard 1/1", 0],
  ["merge --out SHARDED", 0],
  ["merge --out NOWHERE", 1],
  ["build --content NOWHERE", 1],
  ["build --format txt", 2],
  ["check SET --no-cache", 0],
  ["check SET --no-cache --today 2020-01-01", 1],
  ["doctor SET", 0],
  ["doctor --content NOWHERE", 1],
  ["explain TRC2101", 0],
  ["explain TRC2999", 2],
  ["init CENTRE --answers ANSWERS --date 2025-09-03", 0],
  ["init CENTRE --answers ANSWERS --date 2025-09-03", 1],
  ["year 2026/2027 --content CENTRE", 0],
  ["year 2026/2027 --content CENTRE", 1],
  ["year --undo 2026/2027 --content CENTRE", 0],
  ["year --undo 2026/2027 --content CENTRE", 1],
  ["upgrade --dry-run --content CENTRE", 0],
  ["upgrade --undo --content CENTRE", 1],
  ["init --answers NOWHERE", 1],
  ["init --print-answers", 0],
  ["init --save-answers FRESH", 0],
  ["new SET", 0],
  ["new order-general SET --date 2024-11-05 --dry-run", 0],
  ["new no-such-type SET", 1],
  ["new order-general SET --like nobody", 1],
  ["new order-general SET --set number", 2],
  ["issue one SET --registered 2024-09-06 --dry-run", 0],
  ["issue one SET --registered 2024-09-06", 0],
  ["issue one SET --registered 2024-09-06", 1],
  ["issue nothing SET", 1],
  ["issue two SET --registered 2024-10-07", 0],
  ["annul two SET --by lebed-ek --reason double --date 2024-10-07 --dry-run", 0],
  ["annul two SET --by lebed-ek --reason double --date 2024-10-07", 0],
  ["annul two SET --by lebed-ek --reason double --date 2024-10-07", 1],
  ["annul one SET --by nobody --reason double --date 2024-10-07", 1],
  ["register list SET", 0],
  ["register list --content NOWHERE", 1],
  ["register repair SET ARCHIVE", 0],
  ["register repair --content NOWHERE", 1],
  ["register checkpoint SET TREE KEY --dry-run", 0],
  ["register checkpoint SET TREE KEY", 0],
  ["register checkpoint SET TREE", 1],
  ["register prove one SET TREE --out PROOF", 0],
  ["register prove --since 1 SET TREE", 0],
  ["register prove --since 9 SET TREE", 1],
  ["register prove nothing SET TREE", 1],
  ["register verify-proof PROOF ENTRY PUBLIC", 0],
  ["register verify-proof PROOF ENTRY", 0],
  ["register verify-proof PROOF ANSWERS PUBLIC", 1],
  ["sign-off SET", 0],
  ["sign-off SET --as lebed-ek one", 0],
  ["sign-off SET", 0],
  ["sign-off SET --as nobody", 1],
  ["sign-off SET --as lebed-ek --key NOWHERE --cert NOWHERE", 1],
  ["sign-off --role nobody", 2],
  ["status SET --date 2025-06-01", 0],
  ["status --content SECOND --date 2025-06-01", 0],
  ["status --content NOWHERE", 1],
  ["status --days x", 2],
  ["diff CONTENT SET", 0],
  ["diff CONTENT OTHER --templates TEMPLATES", 1],
  ["diff NOWHERE SET", 1],
  ["compare-returned DOCX SET --only one", 0],
  ["compare-returned NOWHERE SET", 1],
  ["consolidate one SET --at 2024-12-01 --text", 0],
  ["consolidate nothing SET --text", 1],
  ["release SET --draft --out BUNDLE", 0],
  ["release SET --out BUNDLE", 1],
  ["verify BUNDLE", 0],
  ["verify NOWHERE", 1],
  ["verify BUNDLE --trust package.json", 2],
  ["verify BUNDLE --crl NOWHERE", 2],
  ["verify BUNDLE --expect-digest abc", 2],
  ["attach BUNDLE ANSWERS", 1],
  ["sign ANSWERS PEN", 0],
  ["sign NOWHERE PEN", 1],
  ["sign ANSWERS", 2],
  ["timestamp SIGNATURE --chain CERT", 0],
  ["timestamp SIGNATURE --tsa http://127.0.0.1:1/", 1],
  ["timestamp ANSWERS --chain CERT", 1],
  ["timestamp SIGNATURE --tsa file:///etc/passwd", 2],
  ["timestamp SIGNATURE", 2],
  ["archive add SET ARCHIVE --date 2024-10-01", 0],
  ["archive add SET ARCHIVE nothing", 1],
  ["archive attach one ANSWERS ARCHIVE", 1],
  ["archive renew ARCHIVE --tsa http://127.0.0.1:1/", 0],
  ["archive renew one ARCHIVE --tsa http://127.0.0.1:1/", 1],
  ["archive list ARCHIVE", 0],
  ["archive list --archive NOWHERE", 1],
  ["archive find ARCHIVE первом", 0],
  ["archive find --archive NOWHERE первом", 1],
  ["archive export ARCHIVE one --out CONTAINER", 0],
  ["archive export ARCHIVE nothing", 1],
  ["archive ocfl OCFL ARCHIVE", 0],
  ["archive ocfl OCFL ARCHIVE", 1],
  ["archive import OCFL --archive BACK", 0],
  ["archive import CONTENT --archive BACK", 1],
  ["archive verify ARCHIVE", 0],
  ["archive verify --archive NOWHERE", 1],
  ["archive check-bag BAG", 0],
  ["archive check-bag NOWHERE", 1],
  ["worker --redis redis://127.0.0.1:9", 1],
  ["queue send SET --redis redis://127.0.0.1:9", 1],
  ["queue status", 2],
  ["queue again", 2],
  ["archive mirror ARCHIVE MIRROR", 0],
  ["archive mirror --archive NOWHERE CENTRE", 1],
  ["archive inventory ARCHIVE SET --year 2024 --date 2026-01-10", 0],
  ["archive inventory ARCHIVE SET --year 2020", 1],
  ["archive due ARCHIVE --on 2024-12-10", 0],
  ["archive due ARCHIVE --on 2036-01-10", 0],
  ["archive due ARCHIVE SET --on 2036-01-10", 2],
  ["archive due ARCHIVE SET --on 2036-01-10 --act", 0],
  ["archive due --archive GONE", 1],
  ["archive dispose ARCHIVE one --act Акт\u00a0от\u00a020.01.2032\u00a0№\u00a01 --date 2036-01-10", 0],
  ["archive dispose ARCHIVE one --act Акт\u00a0от\u00a020.01.2032\u00a0№\u00a01 --date 2036-01-10", 1],
  ["archive list ARCHIVE", 0],
  ["import TABLE --content SECOND", 0],
  ["import TABLE --content SECOND --plan 1999", 1],
  ["import ANSWERS --content SECOND", 1],
  ["export --ics CALENDAR --content SECOND", 0],
  ["export --ics CENTRE --content SECOND", 1],
  ["export", 2],
  ["decline Иванова", 0],
  ["decline --batch LIST", 0],
  ["decline --batch NOWHERE", 1],
  ["decline", 2],
  ["completion bash", 0],
  ["completion", 2],
  ["new person SET --set surname=Кот --set given=Пётр --set patronymic=Петрович --date 2024-11-05", 0],
  ["no-such-command", 2],
  ["build --no-such-option", 2],
];
/** Their answer is a record or a list of answers, Russian in every language, and what the program says stands on the error stream. */
const RECORD_ON_STDOUT = /--dry-run$|^init --print-answers|^decline Иванова/;
/** They end by Ctrl+C: tests/project/watch.test.ts and tests/desk/preview.test.ts run them. An attached signature needs a certificate (tests/office), a queue a server (conformance/validators/queue.mjs). */
const WITHOUT_SUCCESS = [
  "watch",
  "desk",
  "language-server",
  "attach",
  "archive attach",
  "worker",
  "queue send",
  "queue status",
  "queue again",
];

/** Every scalar of the YAML files of a folder. */
function scalars(folder: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".yaml")))
    for (const document of parseAllDocuments(readFileSync(join(folder, name), "utf8")))
      visit(document, { Scalar: (_key, { value }) => void found.push(String(value)) });
  return found;
}

/**
 * What the program itself says. Data is recognised by its place: what stands in quotation marks, lines of a file that a finding shows, changed
 * words in `[-…-]{+…+}`; and by its words: whole values of records, titles and paths of documents as the manifest of the set has them.
 */
function ownWords({ stdout, stderr }: Answer, line: string, data: readonly string[]): string {
  const whole = [...new Set(data)].filter((one) => CYRILLIC.test(one)).sort((a, b) => b.length - a.length);
  const escaped = whole.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return `${RECORD_ON_STDOUT.test(line) ? "" : stdout}\n${stderr}`
    .replace(/^ *\d* *│.*$/gm, "")
    .replace(/^.*(?:\[-|\{\+).*$/gm, "")
    .replace(new RegExp(`(?<![а-яё])(?:${escaped.join("|")})(?![а-яё])`, "giu"), "")
    .replace(/«[^»]*»|“[^”]*”|"[^"\n]*"/g, "");
}

describe.each(["en", "ru"] as const)("trc --lang %s", (language) => {
  const folder = temporaryFolder();
  afterAll(folder.remove);
  const made = (name: string): string => join(folder.path, name);
  const project = new SmallProject(made("project"));
  const { content, templates } = project;
  for (const name of ["release", "editions", "archive-inventory", "destruction-act"])
    cpSync(join("templates", name), join(templates, name), { recursive: true });
  project.editTemplate("order-general/kind.yaml", (text) => text.replace("term: permanent", "term: years\n  years: 5"));
  cpSync(content, made("other"), { recursive: true });
  writeFileSync(made("other/orders/two.yaml"), order({ number: "2-О", date: "2024-10-07", subject: "Об ином" }));
  writeFileSync(made("answers.yaml"), sampleAnswers());
  writeFileSync(
    made("list.tsv"),
    "surname\tШмидтке\tm\tgenitive\nsurname\tКот\tx\tgenitive\nphrase\tквантоматик\t\tdative\n",
  );
  writeFileSync(
    made("plan.csv"),
    "№;Мероприятие;Срок;Ответственный;Чудо\n1;Семинар;октябрь;Никто Н.Н.;да\n2;;;;\nНечто;;;;\n",
  );
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(made("key.pem"), privateKey.export({ format: "pem", type: "pkcs8" }));
  beforeAll(async () => {
    const { keyPem, certPem } = await identity("Signer");
    writeFileSync(made("pen.key"), keyPem);
    writeFileSync(made("pen.crt"), certPem);
  });
  const places: { readonly [word: string]: readonly string[] } = {
    SET: ["--content", content, "--templates", templates],
    ARCHIVE: ["--archive", made("archive")],
    OCFL: [made("ocfl")],
    BACK: [made("back")],
    get BAG(): readonly string[] {
      const year = readdirSync(made("archive")).find((name) => /^\d{4}$/.test(name)) ?? "";
      return [join(made("archive"), year, readdirSync(join(made("archive"), year))[0] ?? "")];
    },
    TREE: ["--tree", made("tree")],
    KEY: ["--key", made("key.pem")],
    PUBLIC: ["--key", made("tree/key.txt")],
    PEN: ["--key", made("pen.key"), "--cert", made("pen.crt")],
    CERT: [made("pen.crt")],
    SIGNATURE: [made("answers.yaml.sig")],
    PROOF: [made("proof.txt")],
    ENTRY: [join(content, "register/2024/order-general-one.yaml")],
    get DOCX(): readonly string[] {
      const { documents } = JSON.parse(readFileSync(made("out/manifest.json"), "utf8")) as Manifest;
      const files = documents.find(({ id }) => id === "order-general.one")?.files ?? [];
      return files.filter(({ format }) => format === "docx").map(({ path }) => made(`out/${path}`));
    },
    CONTENT: [content],
    TEMPLATES: [templates],
    OTHER: [made("other")],
    SECOND: ["tests/fixtures/second-centre"],
    NOWHERE: [made("nowhere")],
    GONE: [made("gone")],
    OUT: [made("out")],
    FRESH: [made("fresh.yaml")],
    SHARDED: [made("sharded")],
    CENTRE: [made("centre")],
    ANSWERS: [made("answers.yaml")],
    LIST: [made("list.tsv")],
    BUNDLE: [made("bundle.zip")],
    CONTAINER: [made("one.zip")],
    MIRROR: [made("mirror")],
    TABLE: [made("plan.csv")],
    CALENDAR: [made("plan.ics")],
  };
  /** Whole values; the manifest of the set gives titles and paths. */
  const data = (): string[] => [
    ...[
      content,
      "tests/fixtures/second-centre",
      made("other"),
      join(templates, "archive"),
      "templates/regulation",
    ].flatMap(scalars),
    ...JSON.stringify(JSON.parse(readFileSync(made("out/manifest.json"), "utf8"))).split(/["/\\]|\.docx/),
    ...[
      "Семинар",
      "Нечто",
      "Никто Н.Н.",
      "да",
      "Чудо",
      "Ответственный",
      "Мероприятие",
      "Срок",
      "Акт",
      "Шмидтке",
      "Кот",
      "Кота",
      "квантоматик",
      "квантоматику",
    ],
  ];

  it.each(STEPS)("%s: %i", async (line, code) => {
    const argv = line.split(" ").flatMap((word) => places[word] ?? [word]);
    const answer = await trc(...argv, "--lang", language);
    expect([answer.code, answer.stdout + answer.stderr]).toEqual([code, expect.stringMatching(/\S/)]);
    const own = ownWords(answer, line, data());
    expect(own).not.toMatch(language === "en" ? CYRILLIC : ENGLISH);
  });
});

describe("the command lines above", () => {
  it("hold a success and a fault of every command", () => {
    const ran = (leaf: string, good: boolean): boolean =>
      STEPS.some(([line, code]) => `${line} `.startsWith(`${leaf} `) && (code === 0) === good);
    expect(LEAVES.filter((leaf) => !ran(leaf, true))).toEqual(LEAVES.filter((leaf) => WITHOUT_SUCCESS.includes(leaf)));
    expect(LEAVES.filter((leaf) => !ran(leaf, false))).toEqual(["watch", "desk", "language-server"]);
  });
});

describe("the help", () => {
  const NAMES = COMMANDS.flatMap(({ name, commands }) => [[name], ...(commands ?? []).map((one) => [name, one.name])]);

  it.each([[], ...NAMES])("of %s %s is in the language that is asked for", async (...names) => {
    const asked = names.filter((name) => name !== undefined);
    const english = await trc(...asked, "--help", "--lang", "en");
    expect([english.code, english.stdout]).toEqual([0, expect.stringContaining("Usage: trc")]);
    expect(english.stdout).not.toMatch(CYRILLIC);
    const russian = await trc(...asked, "--help");
    expect(russian.stdout).toContain("Вызов: trc");
    expect(russian.stdout).not.toMatch(ENGLISH);
  });
});
