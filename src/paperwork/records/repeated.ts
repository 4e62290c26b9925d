/** Each item whose key an item before it has, with the first that has it; items without a key are none. */
export function repeated<T>(
  items: readonly T[],
  key: (item: T) => string | undefined,
): (readonly [again: T, first: T])[] {
  const seen = new Map<string, T>();
  return items.flatMap((item) => {
    const own = key(item);
    if (own === undefined) return [];
    const first = seen.get(own);
    if (first !== undefined) return [[item, first] as const];
    seen.set(own, item);
    return [];
  });
}
