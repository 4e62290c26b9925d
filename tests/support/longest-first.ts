import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, the longest first: begun last, one of them would keep a worker busy alone. */
const LONGEST = [
  "cli/docs",
  "project/public-edition",
  "office/release-kill",
  "project/incremental",
  "office/archive",
  "office/archive-years",
  "office/release",
  "cli/ci-recipes",
  "office/kill",
  "office/issue",
  "cli/status",
  "office/release-damage",
  "project/public-injection-sample",
  "project/public-injection-second",
  "office/hostile-folders",
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
