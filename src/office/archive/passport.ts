import { type Block, inlinesText } from "../../paperwork/document/index.ts";
import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
import { findRecord } from "../../paperwork/records/index.ts";
import type { RegisterEntry } from "../../paperwork/register/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";
import { digest } from "./bag.ts";
import { caseTitle } from "./nomenclature.ts";
import type { RetentionTerm } from "./retention.ts";
import type { SignatureReport } from "./signatures.ts";
import type { ArchiveWording } from "./wording.ts";

export type PassportFile = {
  readonly name: string;
  readonly role: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
};

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
  readonly wording: ArchiveWording;
};

type Node = readonly [
  name: string,
  content: string | null | readonly Node[],
  attributes?: { readonly [name: string]: string },
];

/** The passport of a document (metadata) as XML; empty elements are not written. @see приказ Минцифры и ФСО от 04.12.2020 № 667/233 */
export function passportXml(input: PassportInput): string {
  const { laid, entry, identifier, retention, files, signatures, received, wording } = input;
  const { fields } = entry;
  const { model, job } = laid.rendered;
  const author = findRecord(input.dossier, "organisations", fields.author)?.data;
  const passport: Node = [
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
      ["signatories", signatories(model.body.blocks)],
      ["date", fields.date],
      ["number", fields.number ?? null],
      ["place", placeOf(model.body.blocks) ?? author?.locality ?? null],
      ["access", job.kind.editions.includes("public") ? wording.access.public : wording.access.internal],
      [
        "case",
        [
          ["index", fields.caseIndex ?? null],
          ["title", caseTitle(input.dossier, fields.caseIndex, fields.year)],
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
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render(passport, "")}`;
}

/** The passport of the next version: the signatures that came later are added, all the rest stays as it was. */
export function passportWith(
  passport: string,
  signatures: readonly SignatureReport[],
  event: { readonly text: string; readonly date: string },
): string {
  const nodes = signatures.map(signature);
  const files = signatures.map(signatureFile).map(fileNode);
  const added = (list: readonly Node[], indent: string): string => list.map((node) => render(node, indent)).join("");
  // The signatures stand before the status; without any there is no element for them yet.
  const first = !passport.includes("\n  <signatures>\n");
  return passport
    .replace("\n  </files>\n", `\n${added(files, "    ")}  </files>\n`)
    .replace(
      first ? "\n  <status>" : "\n  </signatures>\n",
      first ? `\n${added([["signatures", nodes]], "  ")}  <status>` : `\n${added(nodes, "    ")}  </signatures>\n`,
    )
    .replace("\n  </history>\n", `\n${added([["event", event.text, { date: event.date }]], "    ")}  </history>\n`);
}

/** A signature as one of the files of the bag. */
export function signatureFile({ file, bytes }: SignatureReport): PassportFile {
  return { name: file, role: "signature", mime: "application/pkcs7-signature", bytes };
}

function fileNode({ name, role, mime, bytes }: PassportFile): Node {
  return ["file", null, { name, role, mime, size: String(bytes.length), sha256: digest("sha256", bytes) }];
}

function signature({ file, signers }: SignatureReport): Node {
  return [
    "signature",
    signers.map(
      (signer): Node => [
        "signer",
        [
          ["holder", signer.holder],
          ["serial", signer.serial],
          ["notBefore", signer.notBefore],
          ["notAfter", signer.notAfter],
          ["algorithm", signer.algorithm],
          ["validity", signer.validity],
          ["result", signer.result],
          ["reason", signer.reason],
        ],
      ],
    ),
    { file },
  ];
}

function signatories(blocks: readonly Block[]): Node[] {
  return blocks.flatMap((block): Node[] => {
    if (block.type === "signature")
      return [
        [
          "signatory",
          [
            ["name", inlinesText(block.name)],
            ["position", block.post.map(inlinesText).join(" ")],
          ],
        ],
      ];
    if (block.type !== "parties") return [];
    return block.parties.map(
      (party): Node => [
        "signatory",
        [
          ["name", inlinesText(party.name)],
          ["position", party.post.map(inlinesText).join(" ")],
          ["organisation", inlinesText(party.title)],
        ],
      ],
    );
  });
}

function placeOf(blocks: readonly Block[]): string | null {
  const line = blocks.find((block) => block.type === "dateline");
  return line?.type === "dateline" && line.place !== null ? inlinesText(line.place) : null;
}

/** Documents that the record names, with the property that names them: `grounds`, `amends`, `revokes`. */
function relations(record: ContentRecord, dossier: Dossier): Node[] {
  const found = new Map<string, Node>();
  const visit = (value: unknown, property: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, property);
    else if (typeof value === "object" && value !== null)
      for (const child of Object.values(value)) visit(child, property);
    else if (typeof value === "string")
      for (const collection of RELATED) {
        const other = dossier.collections.get(collection)?.get(value);
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

function render([name, content, attributes = {}]: Node, indent: string): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(value)}"`)].join(" ");
  if (typeof content === "string") return content === "" ? "" : `${indent}<${open}>${xmlText(content)}</${name}>\n`;
  const inside = (content ?? []).map((node) => render(node, `${indent}  `)).join("");
  if (inside !== "") return `${indent}<${open}>\n${inside}${indent}</${name}>\n`;
  return Object.keys(attributes).length > 0 ? `${indent}<${open}/>\n` : "";
}

function xmlText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
