import { digestOf } from "../../base/cache/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import type { ProfileSource } from "../../typesetting/flow/index.ts";
import type { KindSet } from "../../typesetting/kinds/index.ts";
import { madeFacts, type RenderSet } from "./render-job.ts";
import type { Dependency } from "./trace.ts";

const ABSENT = "absent";

/** What there is now: the set, its kinds, and the digest of every file by its shown name. */
type Now = { readonly set: RenderSet; readonly kinds: KindSet; readonly digests: ReadonlyMap<string, string> };

/**
 * Names a result that follows from dependencies: their digest with the values they would give now, each a short text that is the same when,
 * and only when, the thing read is the same.
 */
export function digestDependencies(now: Now): (dependencies: readonly Dependency[]) => string {
  const known = new Map<string, string>();
  const valueNow = (dependency: Dependency): string => {
    const key = JSON.stringify(dependency);
    const [what, first = "", second = ""] = dependency;
    const value = known.get(key) ?? VALUES[what]?.(now, first, second);
    if (value === undefined) throw new Error(`unknown dependency: ${what}`);
    known.set(key, value);
    return value;
  };
  return (dependencies) => digestOf(dependencies.map((dependency) => [dependency, valueNow(dependency)]));
}

const VALUES: { readonly [what: string]: (now: Now, first: string, second: string) => string } = {
  record: (now, collection, id) => recordValue(now, now.set.dossier.collections.get(collection)?.get(id)),
  dossier: (now) =>
    digestOf(
      [...now.set.dossier.collections].map(([name, records]) => [
        name,
        ...[...records.values()].map((one) => recordValue(now, one)),
      ]),
    ),
  list: ({ set }, name) => digestOf([...(set.dossier.collections.get(name)?.keys() ?? [])]),
  collection: ({ set }, name) => String(set.dossier.collections.has(name)),
  collections: ({ set }) => digestOf([...set.dossier.collections.keys()]),
  schema: ({ set }, uri) => keptOrAbsent(set.dossier.schemas.schemas.get(uri)),
  schemas: ({ set }) => digestOf([...set.dossier.schemas.schemas]),
  "schema-kinds": ({ set }) => digestOf([...set.dossier.schemas.kinds].sort()),
  template: ({ digests }, path) => digests.get(path) ?? ABSENT,
  partial: ({ kinds }, name) => kinds.partials.get(name)?.path ?? ABSENT,
  "profile-choice": ({ set }, date, wish) => {
    const [standard, layers] = JSON.parse(wish) as ProfileWish;
    return set.profiles.choose(date, { standard, layers, place: () => NOWHERE }, NOWHERE).value ?? ABSENT;
  },
  profile: ({ set }, asked) => {
    const [name, variant, data] = JSON.parse(asked) as ProfileReading;
    return keptOrAbsent(set.profiles.resolve(name, variant, data === null ? null : { data, file: "" }).value);
  },
  fonts: ({ set }) => set.fonts.digest,
  picture: ({ set }, file) => set.pictures.digestOf(file) ?? ABSENT,
  paper: ({ set }, file) => set.papers.digestOf(file) ?? ABSENT,
  edition: ({ set }) => keptOrAbsent(set.edition?.wording),
  made: ({ set }) =>
    valueOrAbsent(set.made?.map(({ rendered, pages }) => [madeFacts(rendered, pages), rendered.job.record.file])),
};

function recordValue({ digests }: Now, record: ContentRecord | undefined): string {
  return valueOrAbsent(
    record && [record.file, record.source, record.schema, digests.get(record.file) ?? ABSENT, record.later],
  );
}

function valueOrAbsent(value: object | undefined): string {
  return value === undefined ? ABSENT : digestOf(value);
}

/** Digests of what a process that goes on has for as long as its files stay as they are: it is large, and nobody changes it. */
const KEPT = new WeakMap<object, string>();

function keptOrAbsent(value: object | undefined): string {
  const known = value && KEPT.get(value);
  if (value === undefined || known !== undefined) return known ?? ABSENT;
  const digest = digestOf(value);
  KEPT.set(value, digest);
  return digest;
}

type ProfileReading = readonly [name: string, variant: string, own: ProfileSource["data"] | null];
type ProfileWish = readonly [standard: string | null, layers: readonly string[]];

const NOWHERE = { file: "", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
