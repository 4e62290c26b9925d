import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { MADE_UP_CENTRES } from "../support/made-up-centres.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
afterAll(folder.remove);

/** A command of a clerk that has to go through. */
async function does(words: string, set: { readonly [path: string]: unknown } = {}): Promise<string> {
  const values = Object.entries(set).flatMap(([path, value]) => ["--set", `${path}=${value}`]);
  const { code, stdout, stderr } = await trc(...words.split(" "), "--content", content, ...values);
  expect([words, code, code === 0 ? "" : stderr]).toEqual([words, 0, ""]);
  return stdout + stderr;
}
const read = (inside: string) => parse(readFileSync(`${content}/${inside}`, "utf8"));
const edit = (inside: string, change: (text: string) => string): void =>
  writeFileSync(`${content}/${inside}`, change(readFileSync(`${content}/${inside}`, "utf8")));
const files = (): string[] => [...filesOf(content).keys()].filter((name) => /^[a-z].*\.yaml$/.test(name));
/** Codes of what `trc check` has to say. */
async function found(): Promise<string[]> {
  const { stdout } = await trc("check", "--content", content, "--reporter", "json");
  return JSON.parse(stdout).diagnostics.map(
    ({ code, place }: { code: string; place: { file: string } }) => `${code} ${place.file.slice(content.length + 1)}`,
  );
}
/** What was written by the program is looked at and found right. */
function confirm(): void {
  for (const name of files()) edit(name, (text) => text.replace(/^unconfirmed:.*\n( +- .*\n)*/m, ""));
}

const COUNTED = {
  "sessions.0.students": 0,
  "sessions.0.parents": 0,
  "sessions.0.managers": 1,
  "sessions.0.teachers": 9,
};
const meeting = (date: string, organisations: number, status = "done") => ({
  ...COUNTED,
  status,
  "sessions.0.date": date,
  "sessions.0.organisations": organisations,
  ...Object.fromEntries(
    Array.from({ length: organisations }, (_, index) => [`sessions.0.bySchool.${index}.participants`, 2]),
  ),
});
const REPORT = { "overview.0": "Работа шла по плану.", "staff.0": "Двое учились.", "conclusions.0": "План выполнен." };

it("a stranger goes through a school year by commands and begins the next one", async () => {
  mkdirSync(folder.path, { recursive: true });
  const office = MADE_UP_CENTRES.find(({ answers }) => answers.committee.full.startsWith("управление"))?.answers;
  const bases = MADE_UP_CENTRES.find(({ answers }) => answers.bases.length >= 3)?.answers.bases.slice(0, 3);
  if (office === undefined || bases === undefined) throw new Error("no such centres are made up");
  const head = { ...office.centre.head, acting: { orderNumber: "12-к", orderDate: "2025-06-16" } };
  const answers = {
    ...office,
    bases,
    centre: { ...office.centre, head },
    statusOrder: { number: "41", date: "2025-08-25" },
    firstOrder: "101-О",
  };
  writeFileSync(`${folder.path}/answers.yaml`, stringify(answers));
  const begun = await trc("init", content, "--answers", `${folder.path}/answers.yaml`, "--date", "2025-08-25");
  expect([begun.code, begun.stderr]).toEqual([0, expect.stringContaining("Создан новый центр")]);
  expect(new Set((await found()).map((one) => one.slice(0, 7)))).toEqual(new Set(["TRC2181", "TRC2220"]));
  confirm();

  const { coordinator, executor: clerk } = read("orders/2025/101-o-2025.yaml");
  const director = read("centre.yaml").heads[0].person;
  const event = {
    place: "школа",
    "responsible.0": coordinator,
    "audience.0": "педагоги округов",
    expected: "материалы семинара",
    "target.participants": 20,
  };
  const at = "--date 2025-08-26";
  await does(`new activity --id bank ${at}`, {
    ...event,
    direction: "information-space",
    title: "Семинар «Электронный банк»",
    form: "seminar",
    "period.month": "2025-11",
  });
  await does(`new activity --id maths ${at}`, {
    ...event,
    direction: "olympiads",
    title: "Муниципальная олимпиада по математике",
    form: "olympiad",
    "period.date": "2025-12-11",
  });
  await does(`new activity --id class ${at}`, {
    ...event,
    direction: "competence",
    title: "Мастер-класс «Оценивание»",
    form: "seminar",
    "period.month": "2026-02",
  });
  expect(await found()).toEqual([]);
  for (const [document, day] of [
    ["41-2025", "2025-08-25"],
    ["101-o-2025", "2025-08-26"],
    ["102-o-2025", "2025-08-26"],
    ["1-2025-trc", "2025-08-27"],
    ...["2", "3", "4"].map((one) => [`${one}-2025-trc`, "2025-08-28"]),
    ["2025-2026", "2025-08-29"],
    ["nomenclature-2025", "2025-09-01"],
  ])
    await does(`issue ${document} --registered ${day}`);

  await does("new order-general --date 2025-10-06", {
    subject: "О проведении семинара",
    "items.0.text": "провести семинар 21.10.2025",
    "items.1.text": "подготовить программу",
    "items.1.assignees.0": coordinator,
    "items.1.due": "2025-10-14",
  });
  await does("issue 103-o-2025 --registered 2025-10-06");
  // Registered by mistake: annulled, put right, issued anew under the next number; its file keeps the name.
  await does(`annul 103-o-2025 --by ${clerk} --reason опечатка --date 2025-10-07`);
  edit("orders/2025/103-o-2025.yaml", (text) =>
    text.replace(/^number: .*$/m, 'number: "__-О"').replace("подготовить программу", "подготовить программу семинара"),
  );
  await does("issue 103-o-2025 --date 2025-10-07 --registered 2025-10-07");
  expect([read("orders/2025/103-o-2025.yaml").number, await found()]).toEqual(["104-О", []]);
  await does("new minutes --date 2025-10-14", {
    place: "г. Озёрный",
    meeting: "заседание координационного совета",
    chair: director,
    secretary: clerk,
    "present.0": coordinator,
    "agenda.0.question": "О плане работы",
    "agenda.0.heard.person": coordinator,
    "agenda.0.heard.text": "план согласован",
    "agenda.0.decided.0.text": "принять план к исполнению",
  });
  await does("issue minutes-1-2025 --registered 2025-10-14");
  writeFileSync(
    `${folder.path}/people.csv`,
    "Фамилия;Имя;Отчество;Организация;Должность\nБелова;Ирина;Олеговна;Дом творчества;педагог\nЖук;Антон;Юрьевич;Дом творчества;методист\n",
  );
  const rows = `--rows ${folder.path}/people.csv`;
  await does(`new result --of seminar ${rows} --date 2025-10-22`, { status: "done", "sessions.0.date": "2025-10-21" });
  await does(`new certificate --of seminar ${rows} --date 2025-10-23`);
  await does("new notice --date 2025-10-07", {
    "people.0": coordinator,
    title: "О проведении семинара",
    "text.0": "Уведомляем о семинаре 21 октября 2025 г.",
  });
  await does("new result --of bank --date 2025-11-20", meeting("2025-11-19", 3));
  await does("new result --of maths --date 2025-12-12", meeting("2025-12-11", 3));
  await does("new result --of council --date 2025-10-15", meeting("2025-10-14", 3, "ongoing"));
  const visits = files().flatMap((name) => /(consultations-[^/]*)\.yaml$/.exec(name)?.[1] ?? []);
  for (const [index, name] of visits.entries())
    await does(`new result --of ${name} --date 2025-12-15`, meeting(`2025-11-1${index + 2}`, 1, "ongoing"));
  await does("new report-half-year --date 2026-01-22", REPORT);
  expect(await found()).toEqual([]);
  await does("issue report-half-year-2026 --registered 2026-01-22");

  // The cases of the year that is over, and those of the next one.
  await does("new case-nomenclature --like nomenclature-2025 --date 2025-12-15");
  expect(read("documents/case-nomenclature-2026.yaml")).toMatchObject({ year: 2026, approved: { date: "2025-12-15" } });
  await does("new case-inventory --date 2026-01-15", { case: "01-05" });
  expect(read("documents/case-inventory-2025.yaml")).toMatchObject({ year: 2025, nomenclature: "nomenclature-2025" });
  await does("new order-register --date 2026-01-12", { suffix: "-О", keeper: clerk });
  edit("documents/case-inventory-2025.yaml", (text) => text.replace("nomenclature-2025", "case-nomenclature-2026"));
  expect(await found()).toEqual(["TRC2142 documents/case-inventory-2025.yaml"]);
  edit("documents/case-inventory-2025.yaml", (text) => text.replace("case-nomenclature-2026", "nomenclature-2025"));

  await does("new result --of class --date 2026-02-20", meeting("2026-02-18", 3));
  const nobody = {
    "sessions.0.bySchool.0.participants": 0,
    "sessions.0.bySchool.1.participants": 0,
    "sessions.0.bySchool.2.participants": 0,
  };
  for (const name of ["council", ...visits])
    edit(`results/2025-2026/${name}.yaml`, (text) => {
      const [, first = ""] = /^sessions:\n([\s\S]*?)# Созданные/m.exec(text) ?? [];
      const days = name === "council" ? ["2026-01-20", "2026-05-19"] : [`2026-03-1${visits.indexOf(name) + 1}`];
      const more = days.map((day) => first.replace(/date: \S+/, `date: ${day}`)).join("");
      return text.replace(first, first + more).replace("status: ongoing", "status: done");
    });
  // The report itself is still being made.
  await does("new result --of report --date 2026-06-05", { ...meeting("2026-06-04", 1, "ongoing"), ...nobody });
  await does("new report-annual --date 2026-06-09", REPORT);
  expect(await found()).toEqual([]);
  await does("issue report-annual-2026 --registered 2026-06-09");
  const archived = await trc(
    "archive",
    "add",
    "--content",
    content,
    "--archive",
    `${folder.path}/archive`,
    "--date",
    "2026-06-30",
  );
  expect([archived.code, archived.stderr]).toEqual([0, ""]);
  const kept = await trc("archive", "list", "--archive", `${folder.path}/archive`);
  expect([kept.code, kept.stdout]).toEqual([0, expect.stringContaining("101-О")]);

  await does("new order-register --like order-register-2025 --date 2026-08-25");
  expect(read("documents/order-register-2026.yaml").year).toBe(2026);
  // An order that prolongs the status is not called as the one that gave it.
  const untitled = await does("new order-status --date 2026-06-22 --dry-run", {
    action: "extend",
    granted: "41-2025",
    statusUntil: "2027-08-31",
  });
  expect(untitled).toMatch(/^subject:$/m);
  // A merged notice is one document of the register, its sheets are missed by nobody.
  await does("issue notice-12-08-1-2025 --registered 2026-06-22");
  expect(await found()).toEqual([]);
  const open = await trc("build", "--content", content, "--edition", "public", "--out", `${folder.path}/public`);
  expect([open.code, open.stderr]).toEqual([0, ""]);
  const bundle = `${folder.path}/bundle.zip`;
  await does(`release --draft --out ${bundle}`);
  expect((await trc("verify", bundle)).code).toBe(0);

  // The next year: the status is prolonged, then the set begins, and only what nobody can know is asked for.
  await does("new order-status --date 2026-06-22", {
    number: "57",
    subject: "О продлении срока действия статуса территориального ресурсного центра",
    action: "extend",
    granted: "41-2025",
    statusUntil: "2027-08-31",
  });
  expect(await found()).toEqual([]);
  await does("year 2026/2027");
  for (const name of files().filter((one) => /^agreements\/[1-4]-2026/.test(one)))
    expect([name, read(name).term.from >= "2026-09-01"]).toEqual([name, true]);
  expect(await found()).toEqual(["TRC2181 calendar/2027.yaml", "TRC2181 plans/2026-2027.yaml"]);
  // The calendar waits for a decree and stops nothing.
  for (const name of files().filter((one) => !one.startsWith("calendar")))
    edit(name, (text) => text.replace(/^unconfirmed:.*\n( +- .*\n)*/m, ""));
  const built = await trc("build", "--content", content, "--out", `${folder.path}/out`, "--format", "pdf");
  expect([built.code, built.stderr.match(/TRC\d{4}/g)]).toEqual([0, ["TRC2181", "TRC2181"]]);
  const made = [...filesOf(`${folder.path}/out`).keys()];
  expect(made).toContain("06 Листы/Сертификат № 1 (Белова Ирина Олеговна).pdf");
}, 300_000);
