import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";

/** `trc explain`: the page of a code. */
export const EXPLAIN: CommandSpec = {
  name: "explain",
  says: text(
    "объяснить код замечания: что, почему, по какой норме, как верно",
    "explain the code of a finding: what, why, by which norm, what is right",
  ),
  operands: [{ name: text("<код>", "<code>"), says: text("например TRC2101 или 2101", "for example TRC2101 or 2101") }],
  run: async (...call) => (await import("./run-explain.ts")).explainCommand(...call),
};
