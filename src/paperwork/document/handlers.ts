/** A member of a union tagged by `type`: a block, an inline, a block of the flow. */
type Tagged = { readonly type: string };

/** A table with a line for every member of a tagged union; the compiler names the member that has none. */
export type Handlers<Union extends Tagged, Result, Rest extends readonly unknown[] = []> = {
  readonly [T in Union["type"]]: (one: Extract<Union, { readonly type: T }>, ...rest: Rest) => Result;
};

/** Hands a member of the union to its line of the table. @throws Error for a type that has none: nothing is passed over in silence */
export function handle<Union extends Tagged, Result, Rest extends readonly unknown[]>(
  table: Handlers<Union, Result, Rest>,
  one: Union,
  ...rest: Rest
): Result {
  if (!Object.hasOwn(table, one.type)) throw new Error(`no handler of ${one.type}`);
  return (table[one.type as Union["type"]] as (any: Union, ...others: Rest) => Result)(one, ...rest);
}
