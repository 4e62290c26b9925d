import { DOMParser, type Element, type Node, onErrorStopParsing, ParseError } from "@xmldom/xmldom";
import { TextError, text } from "../../base/diagnostics/index.ts";

/** Why bytes are no XML that is read here. */
export class NoXml extends TextError {
  override readonly name = "NoXml";
}

/** Largest file that is read; those of offices take some kilobytes. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The root of an XML file of somebody else, in whatever encoding it declares. @throws NoXml */
export function xmlRoot(bytes: Uint8Array): Element {
  if (bytes.length > MOST_BYTES) throw new NoXml(text("файл слишком велик", "the file is too large"));
  const declared = /encoding=["']([\w-]+)["']/i.exec(Buffer.from(bytes.subarray(0, 200)).toString("latin1"))?.[1];
  const source = decoded(bytes, declared ?? "utf-8");
  // Entities could make a small file a large one, and name other files.
  if (/<!DOCTYPE/i.test(source)) throw new NoXml(text("в XML есть DOCTYPE", "the XML has a DOCTYPE"));
  try {
    const parser = new DOMParser({ onError: onErrorStopParsing });
    const root = parser.parseFromString(source, "text/xml").documentElement;
    if (root !== null) return root;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
  }
  throw new NoXml(text("это не XML", "it is no XML"));
}

/** Elements of that name inside, in order, whatever the prefix. */
export function namedIn(parent: Node, name: string): Element[] {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType !== 1) return [];
    const element = node as Element;
    return [...(element.localName === name ? [element] : []), ...namedIn(element, name)];
  });
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new NoXml(text(`буквы не в кодировке ${encoding}`, `its letters are not in ${encoding}`));
  }
}
