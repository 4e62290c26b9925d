import { type Diagnostic, raise, text, type WaivedDiagnostic } from "../../base/diagnostics/index.ts";
import { allRecords, type ContentRecord, type Dossier } from "../records/index.ts";
import { FINDINGS } from "./findings.ts";
import { unknownRule } from "./rule-settings.ts";
import { RULES } from "./table.ts";
import { fields, list, string } from "./values.ts";

type Waiver = {
  readonly record: ContentRecord;
  readonly pointer: string;
  readonly code: string;
  /** Key of the record the waiver is confined to, or undefined for the whole record. */
  readonly property: string | undefined;
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
  const known = RULES.map(({ code }): string => code);
  const needless = waivers
    .filter((waiver) => !used.has(waiver))
    .flatMap((waiver) => {
      const place = waiver.record.placeOf(`${waiver.pointer}/code`);
      if (!known.includes(waiver.code)) return [unknownRule(waiver.code, known, place, waiver.pointer)];
      return complete ? [unused(waiver, place)] : [];
    });
  return { diagnostics: [...diagnostics, ...needless], waived };
}

function waiversOf(record: ContentRecord): Waiver[] {
  return list(record.data.waivers).map((value, index) => {
    const waiver = fields(value);
    return {
      record,
      pointer: `/waivers/${index}`,
      code: string(waiver.code) ?? "",
      property: string(waiver.property),
      reason: string(waiver.reason) ?? "",
      date: string(waiver.date) ?? "",
    };
  });
}

function covers({ record, code, property }: Waiver, diagnostic: Diagnostic): boolean {
  if (diagnostic.code !== code || diagnostic.place?.file !== record.file) return false;
  return property === undefined || (diagnostic.pointer ?? "").split("/")[1] === property;
}

function unused({ code, pointer }: Waiver, place: NonNullable<Diagnostic["place"]>): Diagnostic {
  return raise(FINDINGS.TRC2901, {
    message: text(
      `Снимать нечего: замечания ${code} в этой записи нет`,
      `Nothing to waive: the record has no finding ${code}`,
    ),
    place,
    pointer,
    actual: code,
  });
}
