import { expect, it } from "vitest";
import { leafHash, treeRoot } from "../../../../src/office/register-tree/merkle.ts";
import { leavesIn, tileFiles } from "../../../../src/office/register-tree/tiles.ts";
import { runs } from "../../../support/runs.ts";

const leavesOf = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, index) => Uint8Array.from(Buffer.from(String(index).padStart(32, "0"))));

/** The example of the specification, and a smaller one of every day. */
it.each(
  runs(
    [[600, 2, 88, [2]]],
    [
      [600, 2, 88, [2]],
      [70_000, 273, 112, [1, 17, 1]],
    ],
  ) as [number, number, number, number[]][],
)("a tree of %s leaves has the tiles that the specification counts", (size, full, rest, above) => {
  const paths = [...tileFiles(leavesOf(size)).keys()];
  const last = (level: string): string => `tile/${level}/${String(full).padStart(3, "0")}.p/${rest}`;
  const own = (level: string): string[] => paths.filter((path) => path.startsWith(`tile/${level}/`));
  for (const level of ["entries", "0"]) {
    expect(own(level)).toHaveLength(full + 1);
    expect(own(level).filter((path) => path.includes(".p"))).toEqual([last(level)]);
  }
  const upper = paths.filter((path) => !/^tile\/(entries|0)\//.test(path));
  expect(upper).toEqual(
    above.length === 1 ? [`tile/1/000.p/${above[0]}`] : ["tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"],
  );
});

it("a tree of 256 has one full tile and above it a partial one with its root", () => {
  const leaves = leavesOf(256);
  const files = tileFiles(leaves);
  expect([...files.keys()]).toEqual(["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
  expect(files.get("tile/0/000")).toHaveLength(8192);
  expect(files.get("tile/1/000.p/1")).toEqual(treeRoot(leaves.map(leafHash)));
});

it.each([0, 1, 7, 255, 256, 257, 600])("leaves of a tree of %s are read out of its bundles", (size) => {
  const leaves = leavesOf(size);
  const files = tileFiles(leaves);
  expect(leavesIn(size, (path) => files.get(path))).toEqual(leaves);
  if (size === 0) return;
  const [path = "", bundle = new Uint8Array()] = [...files][0] ?? [];
  expect(leavesIn(size, (one) => (one === path ? bundle.subarray(0, -1) : files.get(one)))).toBeNull();
  expect(leavesIn(size, (one) => (one === path ? undefined : files.get(one)))).toBeNull();
});
