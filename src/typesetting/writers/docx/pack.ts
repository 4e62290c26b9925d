import { escapeXml } from "../../../base/text/index.ts";
import { packZip } from "../../../base/zip/index.ts";
import { partXml } from "./part-xml.ts";

/** A part of the package by its path; what it relates to by the number of the relation. Pictures have no type of their own. */
export type Part = {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Type of its content; absent: by the ending of its name. */
  readonly type?: string;
  readonly relations?: Relations;
};

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** What a part refers to, numbered as it is asked for. @see ISO/IEC 29500-2, clause 6.5 */
export class Relations {
  readonly #all: string[] = [];
  readonly #links = new Map<string, string>();

  /** Gives the id of a relation to a target of a type, such as `styles`. */
  add(type: string, target: string, mode = ""): string {
    const id = `rId${this.#all.length + 1}`;
    const full = type.includes("/") ? type : `${OFFICE}/${type}`;
    this.#all.push(`<Relationship Id="${id}" Type="${full}" Target="${target}"${mode}/>`);
    return id;
  }

  /** Gives the id of the relation to an address that links lead to, one for all of them. */
  link(href: string): string {
    const known = this.#links.get(href);
    if (known !== undefined) return known;
    const id = this.add("hyperlink", escapeXml(href), ' TargetMode="External"');
    this.#links.set(href, id);
    return id;
  }

  get xml(): string {
    return this.#all.length === 0
      ? ""
      : partXml("Relationships", this.#all.join(""), `xmlns="${PACKAGE}/relationships"`);
  }
}

/** What follows from a profile and from which parts and lists there are: documents of a kind have the same. */
const SHARED = /^\[|\.rels$|^word\/(?:styles|numbering|fontTable|settings|header\d+)\.xml$/;

/** The parts as a ZIP, with the list of their types and their relations. */
export function pack(parts: readonly Part[], root: Relations): Uint8Array {
  const files = new Map<string, string | Uint8Array>([
    ["[Content_Types].xml", contentTypes(parts)],
    ["_rels/.rels", root.xml],
  ]);
  for (const { path, content, relations } of parts) {
    files.set(path, content);
    const at = path.lastIndexOf("/") + 1;
    if (relations && relations.xml !== "") files.set(`${path.slice(0, at)}_rels/${path.slice(at)}.rels`, relations.xml);
  }
  return packZip(files, {
    compress: (path) => !/\.(png|jpeg)$/.test(path),
    shared: (path) => SHARED.test(path),
    order: contentTypesFirst,
  });
}

function contentTypes(parts: readonly Part[]): string {
  const byName = [
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ["xml", "application/xml"],
    ["png", "image/png"],
    ["jpeg", "image/jpeg"],
    ["svg", "image/svg+xml"],
  ].map(([name, type]) => `<Default Extension="${name}" ContentType="${type}"/>`);
  const own = parts.flatMap(({ path, type }) =>
    type === undefined
      ? []
      : [`<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`],
  );
  return partXml("Types", [...byName, ...own].join(""), `xmlns="${PACKAGE}/content-types"`);
}

/** Readers expect the list of content types first. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string): number => (path === "[Content_Types].xml" ? 0 : path.startsWith("_rels/") ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
