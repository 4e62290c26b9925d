import { anyRecordsOf, type ContentRecord, type Dossier } from "../../paperwork/records/index.ts";
import type { PublicWording } from "./wording.ts";

/** Whether a document of a date may name a person, and when not, why. */
export type MayName = "head" | "post" | "consent" | "noConsent" | "consentLater" | "consentEnded";

type Fields = { readonly [key: string]: unknown };

/**
 * The head of an organisation and the deputies are named without consent, everyone else only with a consent that is valid on the
 * document's date. @see Федеральный закон № 152-ФЗ, ст. 10.1; Федеральный закон № 273-ФЗ, ст. 29
 *
 * @param date ISO date of the document
 */
export function mayName(dossier: Dossier, wording: PublicWording, person: ContentRecord, date: string): MayName {
  if (organisationsOf(dossier).some((one) => entries(one, "heads", date).some((head) => head["person"] === person.id)))
    return "head";
  const posts = entries(person, "positions", date).map((position) => String(position["title"] ?? "").toLowerCase());
  if (posts.some((post) => wording.namedPosts.some((start) => beginsWith(post, start.toLowerCase())))) return "post";
  const consent = person.data["consent"] as Fields | undefined;
  if (consent === undefined) return "noConsent";
  if (String(consent["date"]) > date) return "consentLater";
  return consent["until"] !== undefined && String(consent["until"]) < date ? "consentEnded" : "consent";
}

/** True for a ground on which a person may be named. */
export function isNamed(answer: MayName): answer is "head" | "post" | "consent" {
  return answer === "head" || answer === "post" || answer === "consent";
}

function beginsWith(text: string, start: string): boolean {
  return text === start || text.startsWith(`${start} `);
}

function organisationsOf(dossier: Dossier): ContentRecord[] {
  return ["centre", "organisations"].flatMap((name) => anyRecordsOf(dossier, name));
}

/** The entries of a list whose period holds the date, both ends included. */
function entries(record: ContentRecord, list: string, date: string): Fields[] {
  return ((record.data[list] ?? []) as readonly Fields[]).filter(
    ({ from, to }) => (from === undefined || String(from) <= date) && (to === undefined || date <= String(to)),
  );
}
