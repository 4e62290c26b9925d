import { covers, isHead } from "../../paperwork/facts/index.ts";
import { anyRecordsOf, type ContentRecord, type Dossier, recordAs } from "../../paperwork/records/index.ts";
import type { PublicWording } from "./wording.ts";

/** Whether a document of a date may name a person, and when not, why. */
export type MayName = "head" | "post" | "consent" | "noConsent" | "consentLater" | "consentEnded";

/**
 * The head of an organisation and the deputies are named without consent, everyone else only with a consent that is valid on the
 * document's date. @see Федеральный закон № 152-ФЗ, ст. 10.1; Федеральный закон № 273-ФЗ, ст. 29
 *
 * @param date ISO date of the document
 */
export function mayName(dossier: Dossier, wording: PublicWording, person: ContentRecord, date: string): MayName {
  const organisations = ["centre", ...anyRecordsOf(dossier, "organisations").map(({ id }) => id)];
  if (organisations.some((one) => isHead(dossier, { person: person.id, organisation: one, date }))) return "head";
  const { positions = [], consent } = recordAs(person, "people")?.data ?? {};
  const posts = positions.filter((post) => covers(post, date)).map(({ title = "" }) => title.toLowerCase());
  if (posts.some((post) => wording.namedPosts.some((start) => beginsWith(post, start.toLowerCase())))) return "post";
  if (consent === undefined) return "noConsent";
  if (consent.date === undefined || consent.date > date) return "consentLater";
  return consent.until !== undefined && consent.until < date ? "consentEnded" : "consent";
}

/** True for a ground on which a person may be named. */
export function isNamed(answer: MayName): answer is "head" | "post" | "consent" {
  return answer === "head" || answer === "post" || answer === "consent";
}

function beginsWith(text: string, start: string): boolean {
  return text === start || text.startsWith(`${start} `);
}
