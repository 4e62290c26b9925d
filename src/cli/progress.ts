import type { BuildProgress } from "../project/pipeline/index.ts";
import type { Streams } from "./output.ts";

/** One line on a terminal that is drawn over itself; silent everywhere else. */
export function progressLine(
  stream: Streams["stderr"],
  silent: boolean,
): { readonly show: (progress: BuildProgress) => void; readonly clear: () => void } {
  if (silent || stream.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  return {
    show: ({ done, total, title }) => stream.write(`\r\u001b[K${done}/${total} ${title.slice(0, 60)}`),
    clear: () => stream.write("\r\u001b[K"),
  };
}
