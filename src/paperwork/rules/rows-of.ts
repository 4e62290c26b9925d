import type { DataOf, RecordOf } from "../records/index.ts";

type Row = Exclude<DataOf<"documents">["rows"], number | undefined>[number];

/** The rows of a sheet of approval or a distribution list; in other documents `rows` is the number of blank ones. */
export function rowsOf({ data: { rows = [] } }: RecordOf<"documents">): readonly Row[] {
  return typeof rows === "number" ? [] : rows;
}
