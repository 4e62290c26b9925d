// Runs validators one after another in a process of its own: a name comes in, its verdicts go out.

import { VALIDATORS } from "../validators.mjs";
import { ROOT } from "./programs.mjs";
import { readSets } from "./sets.mjs";
import { verdictsOf } from "./verdicts.mjs";

const work = process.argv[2];
let sets;
/** The sets are read when a validator asks for them: those that do not may begin before they are made. */
const context = {
  root: ROOT,
  work,
  get sets() {
    sets ??= readSets(work);
    return sets;
  },
};

process.on("message", async (name) => {
  const started = performance.now();
  const verdicts = await verdictsOf(name, VALIDATORS[name], context);
  process.send({ verdicts, seconds: (performance.now() - started) / 1000 });
});
