/** What is measured: the files that Stryker changes, and the tests that must notice; those that go through a process of their own cannot. */
export const AREAS = {
  language: {
    change: ["src/language/*.ts"],
    tests: ["tests/unit/language/*.test.ts"],
    // One asks what the process has loaded; the others go through the whole dictionary or all lists, for seconds a mutant.
    without: ["dictionary", "page", "written-forms"].map((name) => `tests/unit/language/${name}.test.ts`),
  },
  lines: {
    change: [
      "src/typesetting/layout/{break-by-sense,break-evenly,break-lines,broken,divide,fill-line,hold-blanks}.ts",
      "src/typesetting/layout/{hold-lines,keep,let-go,line-breaks,measure,narrow-blanks}.ts",
    ],
    // Those of the lines themselves: the others lay whole documents out, for seconds a mutant.
    tests: [
      "tests/unit/typesetting/layout/{blanks,break-by-sense,break-evenly,break-lines}.test.ts",
      "tests/unit/typesetting/layout/{held-marks,hold-lines,let-go,line-breaks}.test.ts",
    ],
    without: [],
  },
  register: {
    change: [
      "src/paperwork/register/*.ts",
      "src/office/register-tree/{merkle,note,proof,proof-text,tiles,tree-line,verify-proof}.ts",
    ],
    tests: ["tests/unit/paperwork/register/*.test.ts", "tests/unit/office/register-tree/*.test.ts"],
    without: [],
  },
  verify: {
    // What judges a signature. The making of one, and the parts of a bundle, are shown on whole bundles, whose making alone takes seconds a mutant.
    change: [
      "src/office/signatures/{algorithms,certificate,check-cms,gost,openssl,read-cms,read-time-stamp,revocation,trust,validate-path}.ts",
    ],
    tests: ["tests/unit/office/signatures/*.test.ts", "tests/office/chains.test.ts"],
    without: [],
  },
};
