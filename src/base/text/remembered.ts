/** Texts that are remembered at most. */
const MOST = 20_000;

/** A look at texts that depends on nothing else, each looked at once: the same stand in many documents and come again at the next check. */
export function remembered<Found>(look: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const found = look(text);
    known.set(text, found);
    return found;
  };
}
