import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COLLECTIONS } from "../../paperwork/schemas/index.ts";

/** What the words of a command line may name. */
export type ContentNames = {
  readonly kinds: readonly string[];
  /** Kinds that have records of their own. */
  readonly ownKinds: readonly string[];
  readonly records: readonly { readonly collection: string; readonly id: string; readonly kind: string | null }[];
};

/** Names of kinds and records by their files alone: quick enough for every press of Tab, and never a fault. */
export function contentNames(content: string, templates: string): ContentNames {
  const kinds = list(templates).filter((name) => existsSync(join(templates, name, "kind.yaml")));
  const records = list(content).flatMap((collection) =>
    list(join(content, collection), true)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => ({
        collection,
        id: (name.split(/[\\/]/).at(-1) ?? "").slice(0, -".yaml".length),
        kind: /^kind: *"?([a-z0-9-]+)/m.exec(readFileSync(join(content, collection, name), "utf8"))?.[1] ?? null,
      })),
  );
  const ownKinds = kinds.filter(
    (name) => !/\beach: *any\b/.test(readFileSync(join(templates, name, "kind.yaml"), "utf8")),
  );
  return { kinds, ownKinds, records };
}

function list(folder: string, deep = false): string[] {
  try {
    return readdirSync(folder, { recursive: deep, encoding: "utf8" })
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch {
    return [];
  }
}

/** What `trc new` can begin, by the same quick look: kinds, and the records without a kind. */
export function typeNames({ ownKinds }: ContentNames): readonly string[] {
  return [...ownKinds, ...PLAIN].sort();
}

const PLAIN = Object.entries(COLLECTIONS)
  .filter(([collection, schema]) => schema !== null && !["plans", "reports"].includes(collection))
  .map(([, schema]) => schema ?? "");
