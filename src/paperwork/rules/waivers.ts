import { type Diagnostic, raise, type Text, text, type WaivedDiagnostic } from "../../base/diagnostics/index.ts";
import { allRecords, type Collection, type ContentRecord, type Dossier, recordAs } from "../records/index.ts";
import { FINDINGS } from "./findings.ts";
import { located } from "./rule.ts";
import { isRule, unknownRule } from "./rule-settings.ts";

type Waiver = {
  readonly record: ContentRecord;
  readonly pointer: string;
  readonly code: string;
  /** Key of the record the waiver is confined to, or undefined for the whole record. */
  readonly property?: string;
  readonly reason: string;
  readonly date: string;
};
type Settled = { readonly diagnostics: readonly Diagnostic[]; readonly waived: readonly WaivedDiagnostic[] };

/**
 * Takes out the findings that the records they stand in waive (`waivers` of a record). A waiver that takes out nothing
 * is a warning itself (TRC2901), so that none outlives its ground.
 */
export function applyWaivers(found: readonly Diagnostic[], dossier: Dossier, complete: boolean): Settled {
  const waivers = allRecords(dossier).flatMap(waiversOf);
  const used = new Set<Waiver>();
  const waived: WaivedDiagnostic[] = [];
  const diagnostics = found.filter((diagnostic) => {
    const waiver = waivers.find((candidate) => covers(candidate, diagnostic));
    if (waiver === undefined) return true;
    used.add(waiver);
    waived.push({ diagnostic, reason: waiver.reason, date: waiver.date });
    return false;
  });
  const needless = waivers
    // What the public edition may print is asked where that is made.
    .filter((waiver) => !used.has(waiver) && !RELEASES.includes(waiver.code))
    .flatMap(({ record, pointer, code }) => {
      const place = record.placeOf(`${pointer}/code`);
      if (!isRule(code)) return [unknownRule(code, place, pointer)];
      return complete ? [raise(FINDINGS.TRC2901, { message: nothing(code), place, pointer, actual: code })] : [];
    });
  return { diagnostics: [...diagnostics, ...needless], waived };
}

/** Codes of the public edition, whose waivers name the words that it may print all the same. */
const RELEASES = ["TRC6504", "TRC6505"];

function waiversOf(record: ContentRecord): Waiver[] {
  const data = recordAs(record, record.collection as Collection)?.data ?? {};
  return located("waivers" in data ? data.waivers : [], "/waivers").map(([pointer, waiver]) => ({
    record,
    pointer,
    code: "",
    reason: "",
    date: "",
    ...waiver,
  }));
}

function covers({ record, code, property }: Waiver, diagnostic: Diagnostic): boolean {
  if (diagnostic.code !== code || diagnostic.place?.file !== record.file) return false;
  return property === undefined || (diagnostic.pointer ?? "").split("/")[1] === property;
}

function nothing(code: string): Text {
  return text(
    `Снимать нечего: замечания ${code} в этой записи нет`,
    `Nothing to waive: the record has no finding ${code}`,
  );
}
