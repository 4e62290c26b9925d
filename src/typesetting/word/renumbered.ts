import type { Pair } from "./align.ts";
import type { WordFile } from "./word-file.ts";
import { attribute, W } from "./xml.ts";

/** A paragraph with the number that its list prints before it. */
type Numbered = { readonly index: number; readonly label: string; readonly text: string };
/** What is told of it: the place of the sent one, or -1; nobody tracked it. */
type Renumbered = {
  readonly at: number;
  readonly before: string | null;
  readonly after: string;
  readonly tracked: null;
};

/**
 * Paragraphs whose words are the same and whose numbers are not, though nobody tracked it: the first of those that follow each other. References to
 * clauses lead elsewhere then.
 */
export function renumberedIn(pairs: readonly Pair<Numbered>[]): Renumbered[] {
  let goesOn = false;
  return pairs.flatMap(({ before, after }) => {
    const [one, other] = [plainLabel(before), plainLabel(after)];
    if (one === "" && other === "") return [];
    const isOther = before?.text === after?.text && one !== "" && other !== "" && one !== other;
    const isFirst = isOther && !goesOn;
    goesOn = isOther;
    if (!isFirst || before === undefined || after === undefined) return [];
    const said = ({ label, text }: Numbered): string => `${label} ${text}`;
    return [{ at: before.index, before: said(before), after: said(after), tracked: null }];
  });
}

/** Signs of a list differ between programs; figures and letters count. */
const plainLabel = (one: Numbered | undefined): string =>
  one?.label.replace(/[^\p{L}\p{N}.]/gu, "").replace(/\.$/, "") ?? "";

/** A list that is taught words says them before clauses; what it is taught is told where no paragraph shows it. */
export function labelChanges(sent: WordFile, original: WordFile): Renumbered[] {
  const known = labelsOf(sent);
  const labels = labelsOf(original).filter((label) => !known.includes(label));
  return labels.map((after) => ({ at: -1, before: null, after, tracked: null }));
}

/** Labels of lists that hold words. */
function labelsOf(file: WordFile): string[] {
  const levels = file.part(file.related("numbering") ?? "")?.getElementsByTagNameNS(W, "lvlText") ?? [];
  return [...new Set([...levels].map((one) => attribute(one, "val")))].filter((label) => /\p{L}{2}/u.test(label));
}
