import { existsSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Preview } from "../../src/desk/page/index.ts";
import type { PageEdit, PagePresence } from "../../src/desk/page/page-types.ts";
import { runningPreview } from "../support/running-preview.ts";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
const project = new SmallProject(join(folder.path, "project"));
const kept = join(folder.path, "project", ".trc-desk");
const EDIT: PageEdit = { file: `${project.content}/orders/one.yaml`, at: "/subject", who: "Волков Илья Ильич" };
let desks: Preview[] = [];

beforeAll(async () => {
  desks = [await runningPreview(project), await runningPreview(project)];
});
afterAll(async () => {
  for (const desk of desks) await desk.close();
  folder.remove();
});

/** A window of a desk: what it was told last. */
class Window {
  presence: PagePresence | null = null;
  readonly #address: string;
  readonly #name: string;
  readonly #request;

  constructor({ address }: Preview, name: string) {
    this.#address = address;
    this.#name = name;
    this.#request = request(`${address}events?window=${name}`, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        const events = (text + chunk).split("\n\n");
        text = events.pop() ?? "";
        for (const event of events) {
          const data = /^event: presence\ndata: (.*)$/m.exec(event)?.[1];
          if (data !== undefined) this.presence = JSON.parse(data) as PagePresence;
        }
      });
    });
    this.#request.on("error", () => undefined).end();
  }

  async tell(edit: unknown): Promise<number> {
    const headers = { Origin: new URL(this.#address).origin };
    const body = JSON.stringify({ window: this.#name, edit });
    return (await fetch(`${this.#address}do/presence`, { method: "POST", headers, body })).status;
  }

  close(): void {
    this.#request.destroy();
  }
}

describe("who else is at the records", () => {
  it("is told to every window: another one, the field that is edited in it, and that it has gone", async () => {
    const [desk] = desks as [Preview, Preview];
    const [one, other] = [new Window(desk, "one"), new Window(desk, "other")];
    await expect.poll(() => one.presence?.windows.map(({ window }) => window).sort()).toEqual(["one", "other"]);
    expect(await other.tell(EDIT)).toBe(204);
    await expect.poll(() => one.presence?.windows.find(({ window }) => window === "other")?.edit).toEqual(EDIT);
    await other.tell(null);
    await expect.poll(() => one.presence?.windows.every(({ edit }) => edit === null)).toBe(true);
    expect(await other.tell({ file: EDIT.file })).toBe(400);
    other.close();
    await expect.poll(() => one.presence?.windows.length).toBe(1);
    one.close();
  });

  it("is told to another desk on the same folder, in a file that goes with the cursor and is no matter of git", async () => {
    const [desk, second] = desks as [Preview, Preview];
    const [here, there] = [new Window(desk, "here"), new Window(second, "there")];
    await expect.poll(() => here.presence !== null && there.presence !== null).toBe(true);
    await here.tell(EDIT);
    await expect.poll(() => there.presence?.others, { timeout: 20_000 }).toEqual([EDIT]);
    expect(readdirSync(kept)).toContain(".gitignore");
    await here.tell(null);
    await expect.poll(() => there.presence?.others, { timeout: 20_000 }).toEqual([]);
    await here.tell(EDIT);
    here.close();
    await expect
      .poll(() => existsSync(kept) && readdirSync(kept).filter((name) => name.endsWith(".json")), { timeout: 20_000 })
      .toEqual([]);
    there.close();
  });
});
