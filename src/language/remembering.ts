/** The same answers without making them anew: as many as a large set needs, then they are forgotten. @param make must depend on the key alone */
export function remembering<Value>(limit: number, make: (key: string) => Value): (key: string) => Value {
  const memory = new Map<string, Value>();
  return (key) => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (memory.size >= limit) memory.clear();
    memory.set(key, made);
    return made;
  };
}
