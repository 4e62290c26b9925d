import { walkGuide } from "../../scripts/guide-walk.mjs";

/** The clerk's guide is followed in a browser, step by step as it is written, from a folder without records to the next school year. */
export async function validateGuide() {
  const { faults, steps, seconds } = await walkGuide();
  return [{ title: "guide: every step does what it says", faults, figure: `guide: ${steps} steps, ${seconds} s` }];
}
