import type { ContentRecord, Policy } from "../../paperwork/records/index.ts";
import type { MayName } from "./naming.ts";
import type { WithheldBlock } from "./public-tree.ts";
import type { Release } from "./releases.ts";
import type { PublicWording } from "./wording.ts";

/** One thing withheld from a document, or released for it by a waiver: never the value, only where it stands and on what ground. */
export type Redaction = {
  readonly what: "person" | "property" | "block" | "released";
  /** File of the record inside the content folder; null for a requisite of the document. */
  readonly record: string | null;
  /** JSON Pointer in the record; the requisite's name for a block; «/» for a person's whole name. */
  readonly property: string;
  /** What the reader sees instead. */
  readonly shown: "post" | "initials" | "mark" | "nothing" | "value";
  readonly ground: string;
};

/** What a template asked of a record and did not get. */
export type Withheld = { readonly record: ContentRecord; readonly pointer: string; readonly policy: Policy };

/** Redactions of one document, each once, by record and property. */
export function redactionsOf(
  withheld: readonly Withheld[],
  blocks: readonly WithheldBlock[],
  wording: PublicWording,
  naming: (person: ContentRecord) => MayName,
): Redaction[] {
  const found = [
    ...withheld.map((one) => redaction(one, wording, naming)),
    ...blocks.map(
      (block): Redaction => ({
        what: "block",
        record: null,
        property: block,
        shown: block === "signature" ? "mark" : "nothing",
        // What no line of the edition names is withheld all the same.
        ground: new Map(Object.entries(wording.blocks)).get(block) ?? wording.grounds.drop,
      }),
    ),
  ];
  const unique = new Map(found.map((one) => [`${one.record ?? "~"}\n${one.property}\n${one.shown}`, one]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Words that a waiver lets the document print; the ground is the waiver's. */
export function releasedWords({ record, pointer, reason, date }: Release): Redaction {
  return { what: "released", record: record.source, property: pointer, shown: "value", ground: `${reason} (${date})` };
}

function redaction(
  { record, pointer, policy }: Withheld,
  { grounds }: PublicWording,
  naming: (person: ContentRecord) => MayName,
): Redaction {
  const own = pointer.split("/").findLast((step) => Object.hasOwn(grounds.properties, step));
  switch (policy) {
    case "position": {
      const answer = naming(record);
      const ground = answer === "consentLater" || answer === "consentEnded" ? grounds[answer] : grounds.noConsent;
      return { what: "person", record: record.source, property: "/", shown: "post", ground };
    }
    case "initials":
      return { what: "person", record: record.source, property: "/", shown: "initials", ground: grounds.initials };
    case "mask":
    case "drop":
    case "keep": {
      const ground = own === undefined ? grounds[policy === "mask" ? "mask" : "drop"] : (grounds.properties[own] ?? "");
      const shown = policy === "mask" ? "mark" : "nothing";
      return { what: "property", record: record.source, property: pointer, shown, ground };
    }
  }
}
