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
export function stateWhere(address: string, wanted: (state: PageState) => boolean): Promise<PageState> {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}events`, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        for (const event of text.split("\n\n").slice(0, -1)) {
          const data = /^event: state\ndata: (.*)$/m.exec(event)?.[1];
          if (data === undefined) continue;
          const state = JSON.parse(data) as PageState;
          if (!wanted(state)) continue;
          asked.destroy();
          resolve(state);
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
