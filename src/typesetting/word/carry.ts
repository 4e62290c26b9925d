import type { Element, Node } from "@xmldom/xmldom";
import { sha256 } from "../../base/text/index.ts";
import { plain, serialized } from "./pieces.ts";
import { DOCUMENT, relationsOf, type WordFile } from "./word-file.ts";
import { attribute, elementsOf, isW, R, remove, W } from "./xml.ts";

/** A part of a file: what stands in it names its relations. */
type PartOf = { readonly file: WordFile; readonly path: string };

/** Two notes are the same when they say the same, two pictures when they show the same. */
export function keyOfThing(thing: Element, { file, path }: PartOf): string {
  if (isW(thing, "footnoteReference", "endnoteReference"))
    return `note ${plain(noteOf(thing, file)?.textContent ?? "")}`;
  const shown = embedded(thing).map((id) => {
    const bytes = file.bytes(file.target(id.value, path) ?? "");
    return bytes === undefined ? id.value : sha256(bytes);
  });
  return shown.length > 0 ? `picture ${shown.join(" ")}` : serialized(thing);
}

function noteOf(reference: Element, file: WordFile): Element | undefined {
  const kind = reference.localName === "endnoteReference" ? "endnotes" : "footnotes";
  const notes = file.part(file.related(kind) ?? "")?.documentElement;
  return notes === null || notes === undefined
    ? undefined
    : elementsOf(notes).find((one) => attribute(one, "id") === attribute(reference, "id"));
}

/** Attributes of a thing, and of what is in it, that name a relation. */
function embedded(thing: Element): { readonly element: Element; readonly name: string; readonly value: string }[] {
  return [thing, ...thing.getElementsByTagName("*")].flatMap((element) =>
    [...element.attributes]
      .filter((one) => one.namespaceURI === R)
      .map((one) => ({ element, name: one.nodeName, value: one.value })),
  );
}

/**
 * Makes what copies a thing that went, from a part of the earlier file into one of the later, with the pictures, notes and styles that it needs. What has
 * been carried once names them already and is only copied.
 */
export function carriers(
  earlier: WordFile,
  later: WordFile,
): (from: string, to: string) => <Kind extends Node>(node: Kind) => Kind {
  const styles = new Set(
    [...(later.part("word/styles.xml")?.getElementsByTagNameNS(W, "style") ?? [])].map((one) =>
      attribute(one, "styleId"),
    ),
  );
  const sameNumbering = decoded(earlier.bytes("word/numbering.xml")) === decoded(later.bytes("word/numbering.xml"));
  return (from, to) =>
    <Kind extends Node>(node: Kind): Kind => {
      const copy = later.document.importNode(node, true);
      if (copy.nodeType !== 1 || node.ownerDocument !== earlier.part(from)) return copy;
      const element = copy as unknown as Element;
      for (const one of [element, ...element.getElementsByTagNameNS(W, "*")]) {
        if (isW(one, "pStyle", "rStyle", "tblStyle") && !styles.has(attribute(one, "val"))) remove(one);
        if (isW(one, "numPr") && !sameNumbering) remove(one);
        if (isW(one, "footnoteReference", "endnoteReference")) carryNote(one, earlier, later);
        if (isW(one, "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"))
          remove(one);
      }
      carryParts(element, { file: earlier, path: from }, { file: later, path: to });
      return copy;
    };
}

const decoded = (bytes: Uint8Array | string | undefined): string =>
  typeof bytes === "object" ? new TextDecoder().decode(bytes) : (bytes ?? "");

/** A note goes along under a number of its own. */
function carryNote(reference: Element, earlier: WordFile, later: WordFile): void {
  const [note, kind] = [
    noteOf(reference, earlier),
    reference.localName === "endnoteReference" ? "endnotes" : "footnotes",
  ];
  const notes = later.part(later.related(kind) ?? "");
  if (notes === undefined) {
    carryNotes(kind, earlier, later);
    return;
  }
  if (note === undefined || notes.documentElement === null) {
    remove(reference);
    return;
  }
  const id = Math.max(0, ...elementsOf(notes.documentElement).map((one) => Number(attribute(one, "id")))) + 1;
  const copy = notes.importNode(note, true);
  const within = (file: WordFile): PartOf => ({ file, path: file.related(kind) ?? "" });
  carryParts(copy, within(earlier), within(later));
  copy.setAttributeNS(W, "w:id", `${id}`);
  notes.documentElement.appendChild(copy);
  reference.setAttributeNS(W, "w:id", `${id}`);
}

/** The later file has no notes at all: those of the earlier one go along under their own numbers. */
function carryNotes(kind: string, earlier: WordFile, later: WordFile): void {
  const path = earlier.related(kind) ?? "";
  const [bytes, links, type] = [earlier.bytes(path), earlier.bytes(relationsOf(path)), earlier.relatedType(kind)];
  if (bytes === undefined || type === undefined) return;
  later.add(path, bytes);
  if (links !== undefined) later.add(relationsOf(path), links);
  later.relate(path, type, DOCUMENT);
  const types = later.part("[Content_Types].xml")?.documentElement;
  const override = elementsOf(earlier.part("[Content_Types].xml")?.documentElement as Element).find(
    (one) => one.getAttribute("PartName") === `/${path}`,
  );
  if (override !== undefined) types?.appendChild(types.ownerDocument?.importNode(override, true) as Element);
}

/** What a thing shows goes along; of what cannot, nothing is named that is not there. */
function carryParts(thing: Element, from: PartOf, to: PartOf): void {
  for (const { element, name, value } of embedded(thing)) {
    const id = isW(element, "hyperlink") ? undefined : carryPart(value, from, to);
    if (id === undefined) element.removeAttribute(name);
    else element.setAttributeNS(R, name, id);
  }
}

/** A picture goes along under a name of its own; gives the relation in the later part. */
function carryPart(id: string, from: PartOf, to: PartOf): string | undefined {
  const [path, type] = [from.file.target(id, from.path), from.file.relationType(id, from.path)];
  const bytes = path === undefined ? undefined : from.file.bytes(path);
  if (path === undefined || type === undefined || bytes === undefined) return undefined;
  const name = `word/media/gone-${sha256(bytes).slice(0, 16)}${path.slice(path.lastIndexOf("."))}`;
  const types = to.file.part("[Content_Types].xml")?.documentElement;
  const kept = from.file.part("[Content_Types].xml")?.documentElement;
  const extension = path.slice(path.lastIndexOf(".") + 1);
  const default_ = (of: Element | null | undefined): Element | undefined =>
    of === null || of === undefined
      ? undefined
      : elementsOf(of).find((one) => one.localName === "Default" && one.getAttribute("Extension") === extension);
  const missing = default_(kept);
  if (types !== null && types !== undefined && default_(types) === undefined && missing !== undefined)
    types.insertBefore(types.ownerDocument?.importNode(missing, true) as Element, types.firstChild);
  to.file.add(name, bytes);
  return to.file.relate(name, type, to.path);
}
