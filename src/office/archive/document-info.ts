import { type RegisterEntry, seriesOf } from "../../paperwork/register/index.ts";
import { type BagInfo, PROFILE_IDENTIFIER } from "./bag.ts";

/** How a document is kept, as its passport says it. */
export type KeptAs = {
  /** URN of the document, the same in every archive. */
  readonly identifier: string;
  /** Its case in the list of the archive's own office; absent where it is of another. */
  readonly caseIndex?: string | undefined;
  readonly article: string | null;
  readonly term: string | null;
  readonly destroyNotBefore: string | null;
};

/** What the bag of an issued document says of it in bag-info.txt. @see docs/bagit-profile.json */
export function documentInfo(
  fields: RegisterEntry["fields"],
  { identifier, caseIndex, article, term, destroyNotBefore }: KeptAs,
  today: string,
): BagInfo {
  return [
    ["BagIt-Profile-Identifier", PROFILE_IDENTIFIER],
    ["Source-Organization", fields.organisation],
    ["External-Identifier", identifier],
    ["External-Description", fields.title],
    ["Bagging-Date", today],
    ["Bag-Group-Identifier", caseIndex],
    ["Document", fields.document],
    ["Document-Number", fields.number],
    ["Document-Date", fields.date],
    ["Register-Series", seriesOf(fields)],
    ["Register-Entry", String(fields.entry)],
    ["Register-Seal", fields.seal],
    ["Retention-Article", article],
    ["Retention-Term", term],
    ["Destroy-Not-Before", destroyNotBefore],
  ];
}
