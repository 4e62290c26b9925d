import { type DocumentModel, digestDocument } from "../../paperwork/document/index.ts";
import type { CodeText } from "../../typesetting/flow/index.ts";

/** Hexadecimal digits of the digest in the code: enough to distinguish documents, few enough for a small code. */
const DIGITS = 16;

/**
 * What the code of a document says to a machine: identifier, number, date and the beginning of the digest of its words; nothing about
 * people. `TRC1|order-status.145-od-2025|145-ОД|2025-09-05|a1b2…` @see ГОСТ Р 7.0.97-2025, реквизит 31
 */
export function codeText(model: DocumentModel): CodeText {
  const { id, number, date, title } = model.meta;
  const digest = digestDocument(model).slice(0, DIGITS);
  return { text: ["TRC1", id, number ?? "", date ?? "", digest].join("|"), alt: `QR-код: ${title}` };
}
