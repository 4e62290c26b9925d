/** The same numbers in [0, 1) at every run. */
export function* randoms(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield (state >>> 8) / 0x800000;
  }
}
