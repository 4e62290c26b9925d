import type { Element, Node } from "@xmldom/xmldom";

/** Namespace of WordprocessingML (ECMA-376, part 1, annex A). */
export const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** Namespace of relations inside a part. */
export const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Child elements. */
export function elementsOf(parent: Node): Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === 1);
}

/** Is it this element of WordprocessingML? */
export function isW(node: Element, ...names: readonly string[]): boolean;
export function isW(node: Node | null | undefined, ...names: readonly string[]): node is Element;
export function isW(node: Node | null | undefined, ...names: readonly string[]): boolean {
  return node?.nodeType === 1 && (node as Element).namespaceURI === W && names.includes(node.localName ?? "");
}

/** The first child of that name. */
export function childOf(parent: Node | undefined, name: string): Element | undefined {
  return parent === undefined ? undefined : elementsOf(parent).find((one) => isW(one, name));
}

/** An attribute of WordprocessingML, empty where it is not there. */
export function attribute(element: Element | undefined, name: string): string {
  return element?.getAttributeNS(W, name) ?? "";
}

/** What the mark at the end of a paragraph says of itself: that it came, went or was moved. */
export function markOf(paragraph: Element, ...names: readonly string[]): Element | undefined {
  const look = childOf(childOf(paragraph, "pPr"), "rPr");
  return look === undefined ? undefined : elementsOf(look).find((one) => isW(one, ...names));
}

/** A new element of WordprocessingML in the document of another node. */
export function make(near: Node, name: string, attributes: { readonly [name: string]: string } = {}): Element {
  const document = near.ownerDocument;
  if (document === null) throw new TypeError("a node outside of a document");
  const element = document.createElementNS(W, `w:${name}`);
  for (const [key, value] of Object.entries(attributes)) element.setAttributeNS(W, `w:${key}`, value);
  return element;
}

/** Puts the children of an element in its place. */
export function unwrap(element: Element): void {
  while (element.firstChild !== null) element.parentNode?.insertBefore(element.firstChild, element);
  element.parentNode?.removeChild(element);
}

/** Takes a node out. */
export function remove(node: Node): void {
  node.parentNode?.removeChild(node);
}
