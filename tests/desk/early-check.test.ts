import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Preview } from "../../src/desk/page/index.ts";
import type { FormWish, PageCheck, PageProblem, RecordForm } from "../../src/desk/page/page-types.ts";
import { runningPreview, stateWhere } from "../support/running-preview.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
const ORDER = `${project.content}/orders/one.yaml`;
const TEXT = project.read("orders/one.yaml");
let desk: Preview;

beforeAll(async () => {
  project.write("orders/two.yaml", project.read("orders/two.yaml").replace("О втором", 'О "втором"'));
  desk = await runningPreview(project);
});
afterAll(async () => {
  await desk.close();
  folder.remove();
});

async function check(file: string, wishes: readonly FormWish[]): Promise<PageCheck> {
  const form = (await (await fetch(`${desk.address}record?file=${encodeURIComponent(file)}`)).json()) as RecordForm;
  const answer = await fetch(`${desk.address}do/check`, {
    method: "POST",
    headers: { Origin: new URL(desk.address).origin },
    body: JSON.stringify({ file, digest: form.digest, wishes }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as PageCheck;
}
const subject = (value: string): FormWish => ({ change: { kind: "set", at: "/subject", value }, was: "О первом" });
const told = ({ code, pointer, message, fix }: PageProblem) => ({ code, pointer, message, fix });

it("finds in what is typed what the run finds when it is written, and writes nothing", async () => {
  await stateWhere(desk.address, ({ documents }) => documents.length > 0);
  const before = (await check(ORDER, [])).problems ?? [];
  expect(before.filter(({ pointer }) => pointer === "/subject")).toEqual([]);
  const { problems } = await check(ORDER, [subject('О "первом"')]);
  expect(problems).toHaveLength(before.length + 1);
  const found = problems?.find(({ pointer }) => pointer === "/subject");
  expect([found?.early, found?.fix?.value]).toEqual([true, "О «первом»"]);
  expect(project.read("orders/one.yaml")).toBe(TEXT);
  project.write("orders/one.yaml", TEXT.replace("О первом", 'О "первом"'));
  const state = await stateWhere(desk.address, (one) =>
    one.problems.some(({ place, pointer }) => place?.file === ORDER && pointer === "/subject"),
  );
  const written = state.problems.filter(({ place, early }) => place?.file === ORDER && early);
  expect(problems?.map(told)).toEqual(written.map(told));
  project.write("orders/one.yaml", TEXT);
  await stateWhere(
    desk.address,
    (one) => !one.problems.some(({ place, pointer }) => place?.file === ORDER && pointer === "/subject"),
  );
});

it("finds in every record what the run has found in it", async () => {
  const state = await stateWhere(desk.address, ({ problems }) => problems.some(({ early }) => early));
  for (const { file } of state.records) {
    const own = state.problems.filter(({ place, early }) => place?.file === file && early);
    expect([file, (await check(file, [])).problems?.map(told)]).toEqual([file, own.map(told)]);
  }
});

it("finds a day that is none and a person who is not there; says nothing of what it cannot read", async () => {
  const wish = (at: string, value: string, was: string): FormWish => ({ change: { kind: "set", at, value }, was });
  const day = await check(ORDER, [wish("/date", "2024-09-31", "2024-09-05")]);
  expect(day.problems?.map(({ code, pointer, severity }) => [code, pointer, severity])).toEqual([
    ["TRC1105", "/date", "error"],
  ]);
  const form = await (await fetch(`${desk.address}record?file=${encodeURIComponent(ORDER)}`)).json();
  const executor = (form as { data: { executor: string } }).data.executor;
  const nobody = await check(ORDER, [wish("/executor", "nobody", executor)]);
  expect(nobody.problems?.[0]).toMatchObject({ code: "TRC2001", pointer: "/executor" });
  // Somebody else has changed the value: there is nothing to look at.
  const answer = await fetch(`${desk.address}do/check`, {
    method: "POST",
    headers: { Origin: new URL(desk.address).origin },
    body: JSON.stringify({ file: ORDER, digest: "other", wishes: [{ ...subject("О чужом"), was: "О прежнем" }] }),
  });
  expect(((await answer.json()) as PageCheck).problems).toBeNull();
});
