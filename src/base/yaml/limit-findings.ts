import { type Diagnostic, type Place, raise, text } from "../diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

/** More faults than a person corrects at a sitting; the rest only says how many there are. */
const MOST = 20;

/** Explains the first faults of one file; the others are counted, so that a corrupt file neither floods the report nor takes its time. Code TRC1026. */
export function limited<T>(faults: readonly T[], explain: (fault: T) => Diagnostic, file: Place): Diagnostic[] {
  const shown = faults.slice(0, MOST).map(explain);
  if (faults.length <= MOST) return shown;
  return [
    ...shown,
    raise(FINDINGS.TRC1026, {
      message: text(
        `В файле ещё ошибок: ${faults.length - MOST}; показаны первые ${MOST}`,
        `${faults.length - MOST} more errors in this file; the first ${MOST} are shown`,
      ),
      place: file,
    }),
  ];
}
