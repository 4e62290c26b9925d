import {
  type Collection,
  type ContentRecord,
  type Dossier,
  findAnyRecord,
  recordAs,
} from "../../paperwork/records/index.ts";
import type { Leak } from "./find-leaks.ts";
import { squeezed } from "./normal-text.ts";

/** Words that a waiver lets the public edition print: one of the record they stand in, or of the settings for all. */
export type Release = {
  readonly record: ContentRecord;
  readonly pointer: string;
  readonly code: string;
  readonly words: string;
  readonly reason: string;
  readonly date: string;
};

/** The releases of a record, and those of the settings. */
export function releasesOf(dossier: Dossier, records: readonly ContentRecord[]): Release[] {
  const settings = findAnyRecord(dossier, "settings", "settings");
  const holders = new Set([...records, ...(settings === undefined ? [] : [settings])]);
  return [...holders].flatMap((record) => {
    const data = recordAs(record, record.collection as Collection)?.data ?? {};
    const waivers = "waivers" in data ? (data.waivers ?? []) : [];
    return waivers.flatMap(({ code = "", words = "", reason = "", date = "" }, index) =>
      words === "" ? [] : [{ record, pointer: `/waivers/${index}`, code, words, reason, date }],
    );
  });
}

/** The release of a leak: of these very words and no others, in the record they stand in or in the settings. */
export function releaseOf(
  leak: Leak,
  typedIn: ContentRecord | null,
  releases: readonly Release[],
): Release | undefined {
  const code = leak.kind === "unknown-name" ? "TRC6505" : "TRC6504";
  return releases.find(
    ({ code: waived, record, words }) =>
      waived === code &&
      squeezed(words) === squeezed(leak.text) &&
      (record.collection === "settings" || typedIn === null || record === typedIn),
  );
}
