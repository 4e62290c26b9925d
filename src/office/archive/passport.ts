import { renderXml, sha256, type XmlNode } from "../../base/text/index.ts";
import {
  type Block,
  inlinesText,
  restrictionText,
  type SignatureLine,
  signatureLines,
} from "../../paperwork/document/index.ts";
import { caseTitle } from "../../paperwork/facts/index.ts";
import { type ContentRecord, type Dossier, findAnyRecord, findRecord } from "../../paperwork/records/index.ts";
import type { RegisterEntry } from "../../paperwork/register/index.ts";
import type { ArchiveWordingFile } from "../../paperwork/schemas/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";
import type { RetentionTerm } from "./retention.ts";
import type { SignatureReport } from "./signatures.ts";

/** A file of the bag as its passport names it. */
export type PassportFile = {
  readonly name: string;
  readonly role: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
};

/** What a passport is made from. */
export type PassportInput = {
  readonly laid: Laid;
  readonly dossier: Dossier;
  readonly entry: RegisterEntry;
  readonly identifier: string;
  readonly retention: RetentionTerm;
  /** Files the passport describes, by their names in the container. */
  readonly files: readonly PassportFile[];
  readonly signatures: readonly SignatureReport[];
  readonly received: string;
  readonly wording: ArchiveWordingFile;
};

/** The passport of a document (metadata) as XML; empty elements are not written. @see приказ Минцифры и ФСО от 04.12.2020 № 667/233 */
export function passportXml(input: PassportInput): string {
  const { laid, entry, identifier, retention, files, signatures, received, wording } = input;
  const { fields } = entry;
  const { model, job } = laid.rendered;
  const author = findRecord(input.dossier, "organisations", fields.author)?.data;
  const passport: XmlNode = [
    "passport",
    [
      ["identifier", identifier],
      ["kind", job.kind.title, { id: job.kind.id }],
      ["title", fields.title],
      [
        "author",
        [
          ["name", fields.organisation],
          ["inn", author?.inn ?? null],
          ["ogrn", author?.ogrn ?? null],
        ],
      ],
      ["signatories", signatureLines(model.body.blocks).map(signatory)],
      ["date", fields.date],
      ["number", fields.number ?? null],
      ["place", placeOf(model.body.blocks) ?? author?.locality ?? null],
      [
        "access",
        restrictionText(model) ?? wording.access[job.kind.editions.includes("public") ? "public" : "internal"],
      ],
      [
        "case",
        [
          ["index", fields.caseIndex ?? null],
          [
            "title",
            fields.caseIndex === undefined ? null : (caseTitle(input.dossier, fields.caseIndex, fields.year) ?? null),
          ],
          ["article", retention.article],
          ["term", retention.term],
          ["destroyNotBefore", retention.destroyNotBefore],
        ],
      ],
      ["relations", relations(job.record, input.dossier)],
      ["files", files.map(fileNode)],
      ["signatures", signatures.map(signature)],
      ["status", "issued"],
      [
        "history",
        [
          ["event", wording.events.issued, { date: fields.registered, entry: String(fields.entry), seal: fields.seal }],
          ["event", wording.events.archived, { date: received }],
        ],
      ],
    ],
    { schema: "trc/passport/1", "xml:lang": "ru" },
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderXml(passport)}`;
}

/** The passport of the next version: what came later, signatures or other files, is added, all the rest stays as it was. */
export function passportWith(
  passport: string,
  {
    signatures = [],
    files = signatures.map(signatureFile),
  }: {
    readonly signatures?: readonly SignatureReport[];
    readonly files?: readonly PassportFile[];
  },
  event: { readonly text: string; readonly date: string },
): string {
  const lines = (list: readonly XmlNode[], indent: string): string =>
    list.map((node) => renderXml(node, indent)).join("");
  // By a function: in a string the `$` of somebody's name would be a command of `replace`.
  const put = (text: string, before: string, added: string): string =>
    text.replace(`\n${before}`, (mark) => `\n${added}${mark.slice(1)}`);
  const withEvent = (text: string): string =>
    put(text, "  </history>\n", lines([["event", event.text, { date: event.date }]], "    "));
  const nodes = signatures.map(signature);
  const withFiles = put(passport, "  </files>\n", lines(files.map(fileNode), "    "));
  // The signatures stand before the status; without any there is no element for them yet.
  if (nodes.length === 0) return withEvent(withFiles);
  const withSignatures = passport.includes("\n  <signatures>\n")
    ? put(withFiles, "  </signatures>\n", lines(nodes, "    "))
    : put(withFiles, "  <status>", lines([["signatures", nodes]], "  "));
  return withEvent(withSignatures);
}

/** A signature as one of the files of the bag. */
export function signatureFile({ file, bytes }: SignatureReport): PassportFile {
  return { name: file, role: "signature", mime: "application/pkcs7-signature", bytes };
}

function fileNode({ name, role, mime, bytes }: PassportFile): XmlNode {
  return ["file", null, { name, role, mime, size: String(bytes.length), sha256: sha256(bytes) }];
}

function signature({ file, signers }: SignatureReport): XmlNode {
  return ["signature", signers.map((signer): XmlNode => ["signer", Object.entries(signer)]), { file }];
}

function signatory({ name, post, title }: SignatureLine): XmlNode {
  return [
    "signatory",
    [
      ["name", inlinesText(name)],
      ["position", post.map(inlinesText).join(" ")],
      ["organisation", title === undefined ? null : inlinesText(title)],
    ],
  ];
}

function placeOf(blocks: readonly Block[]): string | null {
  const line = blocks.find((block) => block.type === "dateline");
  return line?.type === "dateline" && line.place !== null ? inlinesText(line.place) : null;
}

/** Documents that the record names, with the property that names them: `grounds`, `amends`, `revokes`. */
function relations(record: ContentRecord, dossier: Dossier): XmlNode[] {
  const found = new Map<string, XmlNode>();
  const visit = (value: unknown, property: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, property);
    else if (typeof value === "object" && value !== null)
      for (const child of Object.values(value)) visit(child, property);
    else if (typeof value === "string")
      for (const collection of RELATED) {
        const other = findAnyRecord(dossier, collection, value);
        if (other === undefined || other === record) continue;
        const { number, date } = other.data;
        found.set(`${property} ${collection} ${value}`, [
          "relation",
          null,
          {
            property,
            record: `${collection}/${value}`,
            ...(typeof number === "string" ? { number } : {}),
            ...(typeof date === "string" ? { date } : {}),
          },
        ]);
      }
  };
  for (const [property, value] of Object.entries(record.data)) visit(value, property);
  return [...found.values()];
}

const RELATED = ["orders", "agreements", "regulations", "plans", "reports"] as const;
