import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, the longest first: begun last, one of them would keep a worker busy alone. */
const LONGEST = [
  "set/faults",
  "office/issue",
  "office/release-damage",
  "office/release",
  "office/archive-years",
  "project/public-edition",
  "office/hostile-folders",
  "cli/status",
  "office/archive",
  "project/incremental",
  "cli/english",
  "project/public-injection-sample",
  "office/kill",
  "office/release-kill",
  "cli/ci-recipes",
  "cli/docs",
  "office/register-tree",
  "office/register-lost",
  "project/public-injection-second",
  "cli/commands",
  "set/harmless",
  "project/compare",
  "unit/office/approvals/approvals",
  "cli/init",
  "unit/paperwork/rules/examples",
  "set/agreement",
  "set/goldens",
  "project/consolidate",
  "cli/year",
  "desk/language-server",
  "cli/new",
];

/** A clone that has run no test yet starts the long files first, where vitest would go by their sizes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return place === -1 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
