import { type Text, text } from "../../base/diagnostics/index.ts";
import { changeYaml, isFields, yamlData } from "../../base/yaml/index.ts";

/** What became of records between one format and the next. */
type UpgradeStep = {
  /** The format that records are in after it. */
  readonly to: number;
  readonly what: Text;
  /** The new text of a record; null where the step does not concern it. */
  readonly made: (collection: string, written: string) => string | null;
};

const MODELINE = /^(\uFEFF?# yaml-language-server: \$schema=\S*?)src\/schemas\//;

/** Every step, oldest first. One that is added here raises `RECORD_FORMAT` to its `to`. */
export const UPGRADE_STEPS: readonly UpgradeStep[] = [
  {
    to: 2,
    what: text(
      "строка agreements отчёта убрана: действующие договоры программа находит сама",
      "the line agreements of a report is taken out: the program finds agreements in force by itself",
    ),
    made: (collection, written) => {
      if (collection !== "reports") return null;
      const data = yamlData(written);
      return data !== undefined && isFields(data) && data.agreements !== undefined
        ? changeYaml(written, { kind: "remove", at: "/agreements" })
        : null;
    },
  },
  {
    to: 2,
    what: text(
      "первая строка называет схему там, где её находит редактор",
      "the first line names the schema where an editor finds it",
    ),
    made: (_collection, written) => (MODELINE.test(written) ? written.replace(MODELINE, "$1schemas/") : null),
  },
];
