import { createElement } from "hono/jsx/dom";

/** A part of the page: an element, or what a function makes of what it is given. */
export type Part = ReturnType<typeof createElement>;
type Child = Part | string | null;

/** An element by its name with its attributes, or a part by its function. */
export function h<Given extends object>(
  tag: string | ((given: Given) => Part | null),
  given: Given & { readonly key?: string | number },
  ...children: readonly (Child | readonly Child[])[]
): Part {
  return createElement(tag as string, given as { [name: string]: unknown }, ...(children as Child[]));
}
