import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isConsistent, isIncluded } from "../../../../src/office/register-tree/merkle.ts";

/** Public cases of transparency-dev/merkle, fetched by conformance/setup.sh. */
const VECTORS = ".conformance/suites/merkle/testdata";

type Case = {
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly leafHash: string;
  readonly root: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
};

const bytes = (code: string | null): Uint8Array => Uint8Array.from(Buffer.from(code ?? "", "base64"));

it.runIf(existsSync(VECTORS)).each([
  [
    "inclusion",
    (one: Case) =>
      isIncluded({ index: one.leafIdx, hash: bytes(one.leafHash) }, (one.proof ?? []).map(bytes), {
        size: one.treeSize,
        root: bytes(one.root),
      }),
  ],
  [
    "consistency",
    (one: Case) =>
      isConsistent(
        { size: one.size1, root: bytes(one.root1) },
        { size: one.size2, root: bytes(one.root2) },
        (one.proof ?? []).map(bytes),
      ),
  ],
])("the public cases of %s are judged as they should be", (kind, judge) => {
  const names = readdirSync(join(VECTORS, kind), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  );
  const wrong = names.filter((name) => {
    const one = JSON.parse(readFileSync(join(VECTORS, kind, name), "utf8")) as Case;
    return judge(one) === one.wantErr;
  });
  expect([names.length > 90, wrong]).toEqual([true, []]);
});
