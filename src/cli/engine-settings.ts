import { setFlagsFromString } from "node:v8";

/**
 * Settings of V8 for a program that starts cold and ends soon; nothing but the time depends on them. A function is optimised after ten times as many
 * calls as elsewhere: most of what a set needs ends before its optimised code is ready. A pattern is compiled to machine code at once, not to byte
 * code first and again at its second text; those in byte code go on as they began, which switching tiers off would break off with a crash.
 */
export function settleEngine(): void {
  setFlagsFromString("--interrupt-budget=600000");
  setFlagsFromString("--regexp-tier-up-ticks=0");
}
