import { digestOf } from "../../base/cache/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import type { ProfileSource } from "../../typesetting/flow/index.ts";
import type { KindSet } from "../../typesetting/kinds/index.ts";
import { madeFacts, type RenderSet } from "./render-job.ts";
import type { Reading } from "./trace.ts";

const ABSENT = "absent";

/** What every reading would give now: a short text that is the same when, and only when, the thing read is the same. */
export class Readings {
  readonly #set: RenderSet;
  readonly #kinds: KindSet;
  readonly #digests: ReadonlyMap<string, string>;
  readonly #known = new Map<string, string>();

  /** @param digests of every file by its shown name */
  constructor(set: RenderSet, kinds: KindSet, digests: ReadonlyMap<string, string>) {
    this.#set = set;
    this.#kinds = kinds;
    this.#digests = digests;
  }

  /** The readings with their values, as the name of a result that follows from them. */
  digest(readings: readonly Reading[]): string {
    return digestOf(readings.map((reading) => [reading, this.#valueOf(reading)]));
  }

  #valueOf(reading: Reading): string {
    const key = JSON.stringify(reading);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const value = this.#look(reading);
    this.#known.set(key, value);
    return value;
  }

  #look([what, first = "", second = ""]: Reading): string {
    const { dossier, profiles, edition, made } = this.#set;
    const { collections, schemas } = dossier;
    switch (what) {
      case "record":
        return this.#record(collections.get(first)?.get(second));
      case "dossier":
        return digestOf(
          [...collections].map(([name, records]) => [name, ...[...records.values()].map((one) => this.#record(one))]),
        );
      case "list":
        return digestOf([...(collections.get(first)?.keys() ?? [])]);
      case "collection":
        return String(collections.has(first));
      case "collections":
        return digestOf([...collections.keys()]);
      case "schema": {
        const schema = schemas.schemas.get(first);
        return schema === undefined ? ABSENT : digestOf(schema);
      }
      case "schemas":
        return digestOf([...schemas.schemas]);
      case "schema-kinds":
        return digestOf([...schemas.kinds].sort());
      case "template":
        return this.#digests.get(first) ?? ABSENT;
      case "partial":
        return this.#kinds.partials.get(first)?.path ?? ABSENT;
      case "profile-choice":
        return this.#profileChoice(first, JSON.parse(second) as ProfileWish);
      case "profile": {
        const [name, variant, data] = JSON.parse(first) as ProfileReading;
        const { value } = profiles.resolve(name, variant, data === null ? null : { data, file: "" });
        return value === undefined ? ABSENT : digestOf(value);
      }
      case "edition":
        return edition === null ? ABSENT : digestOf(edition.wording);
      case "made":
        return made === null
          ? ABSENT
          : digestOf(made.map(({ rendered, pages }) => [madeFacts(rendered, pages), rendered.job.record.file]));
      default:
        throw new Error(`unknown reading: ${what}`);
    }
  }

  #record(record: ContentRecord | undefined): string {
    if (record === undefined) return ABSENT;
    return digestOf([record.file, record.source, record.schema, this.#digests.get(record.file) ?? ABSENT]);
  }

  #profileChoice(date: string, [standard, layers]: ProfileWish): string {
    return this.#set.profiles.choose(date, { standard, layers, place: () => NOWHERE }, NOWHERE).value ?? ABSENT;
  }
}

type ProfileReading = readonly [name: string, variant: string, own: ProfileSource["data"] | null];
type ProfileWish = readonly [standard: string | null, layers: readonly string[]];

const NOWHERE = { file: "", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
