import { request } from "node:http";
import { type Preview, startPreview } from "../../src/desk/page/index.ts";
import type { PageState } from "../../src/desk/page/page-types.ts";
import type { SmallProject } from "./small-project.ts";

/** The page of a small project, on a port of its own. */
export async function runningPreview(project: SmallProject): Promise<Preview> {
  const { value } = await startPreview({
    content: [project.content],
    templates: project.templates,
    port: 0,
    cache: null,
    clock: () => "2024-11-05",
    onFault: (error) => console.error(error),
  });
  if (value === undefined) throw new Error("the page did not start");
  return value;
}

/** Listens to the events until a state answers the question. */
export const stateWhere = (address: string, wanted: (state: PageState) => boolean): Promise<PageState> =>
  eventWhere(address, "state", wanted);

/** Listens to the events of a name until one answers the question. */
export function eventWhere<Said>(address: string, name: string, wanted: (said: Said) => boolean): Promise<Said> {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}events`, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        for (const event of text.split("\n\n").slice(0, -1)) {
          const [, called, data = ""] = /^event: (.*)\ndata: (.*)$/m.exec(event) ?? [];
          if (called !== name) continue;
          const said = JSON.parse(data) as Said;
          if (!wanted(said)) continue;
          asked.destroy();
          resolve(said);
          return;
        }
      });
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET") reject(error);
    });
    asked.end();
  });
}
