import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
import type { DocumentJob } from "../../typesetting/kinds/index.ts";
import type { RenderSet } from "./render-job.ts";

/**
 * One thing a document asked for while it was made, by name: `["record", "orders", "145-od-2025"]`. What is asked for in vain is a dependency
 * too, and so is the list of a folder.
 */
export type Dependency = readonly [what: string, ...names: string[]];

/** Collects what is read, each thing once. */
export class Trace {
  readonly #dependencies = new Map<string, Dependency>();

  readonly read = (...dependency: Dependency): void => {
    const key = JSON.stringify(dependency);
    if (!this.#dependencies.has(key)) this.#dependencies.set(key, dependency);
  };

  /** In a fixed order. */
  get dependencies(): readonly Dependency[] {
    return [...this.#dependencies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dependency]) => dependency);
  }
}

type Wrap = {
  readonly [part in Exclude<keyof RenderSet, "dossier">]: (
    value: RenderSet[part],
    trace: Trace,
    dossier: Dossier,
  ) => RenderSet[part];
};

/** How each part of a set is watched, given the watched dossier; a new part of the set has to say how before this compiles. */
const WRAP: Wrap = {
  engine: (engine) => engine,
  profiles: (profiles, { read }) => ({
    choose: (date, wishes, place) => {
      read("profile-choice", date, JSON.stringify([wishes.standard, wishes.layers]));
      return profiles.choose(date, wishes, place);
    },
    resolve: (name, variant, own) => {
      read("profile", JSON.stringify([name, variant, own?.data ?? null]));
      return profiles.resolve(name, variant, own);
    },
  }),
  fonts: (fonts, { read }) => {
    read("fonts");
    return fonts;
  },
  pictures: (pictures, { read }) => ({
    get: (file, limits) => {
      read("picture", file);
      return pictures.get(file, limits);
    },
    digestOf: (file) => pictures.digestOf(file),
  }),
  papers: (papers, { read }) => ({
    get: (file) => {
      read("paper", file);
      return papers.get(file);
    },
    digestOf: (file) => papers.digestOf(file),
  }),
  // An option: every document depends on it anyhow.
  draft: (draft) => draft,
  // What a document may cost says nothing of what it is.
  budget: (budget) => budget,
  // The public edition looks for values of any record in the text of every document.
  edition: (edition, { read }) => {
    if (edition === null) return null;
    read("edition");
    read("dossier");
    return edition;
  },
  made: (made, { read }) => {
    if (made === null) return null;
    read("made");
    return made.map(({ rendered, pages }) => ({
      rendered: { ...rendered, job: watchedJob(rendered.job, read) },
      pages,
    }));
  },
};

/** The record of a job is read when somebody takes it. */
function watchedJob(job: DocumentJob, read: Trace["read"]): DocumentJob {
  return {
    ...job,
    get record() {
      read("record", job.record.collection, job.record.id);
      return job.record;
    },
  };
}

/** Does the work with a set whose every part reports to the trace what is read of it. */
export function traced<T>(set: RenderSet, trace: Trace, work: (set: RenderSet) => T): T {
  const dossier = tracedDossier(set.dossier, trace);
  const parts = Object.entries(WRAP).map(([part, wrap]) => [
    part,
    (wrap as (value: unknown, trace: Trace, dossier: Dossier) => unknown)(set[part as keyof Wrap], trace, dossier),
  ]);
  const watched = { ...Object.fromEntries(parts), dossier } as RenderSet;
  return set.engine.traced(trace.read, () => work(watched));
}

function tracedDossier(dossier: Dossier, { read }: Trace): Dossier {
  const shelf = (name: string, records: ReadonlyMap<string, ContentRecord>): ReadonlyMap<string, ContentRecord> =>
    new TracedMap(records, {
      one: (id) => read("record", name, id),
      all: () => read("list", name),
    });
  const shelves = new Map<string, ReadonlyMap<string, ContentRecord>>(
    [...dossier.collections].map(([name, records]) => [name, shelf(name, records)]),
  );
  return {
    collections: new TracedMap(shelves, { one: (name) => read("collection", name), all: () => read("collections") }),
    schemas: {
      schemas: new TracedMap(dossier.schemas.schemas, {
        one: (uri) => read("schema", uri),
        all: () => read("schemas"),
      }),
      get kinds() {
        read("schema-kinds");
        return dossier.schemas.kinds;
      },
    },
  };
}

/** A map that reports which keys are asked for, and when they are listed. */
class TracedMap<V> implements ReadonlyMap<string, V> {
  readonly #map: ReadonlyMap<string, V>;
  readonly #one: (key: string) => void;
  readonly #all: () => void;
  readonly #reported = new Set<string>();

  constructor(map: ReadonlyMap<string, V>, report: { readonly one: (key: string) => void; readonly all: () => void }) {
    this.#map = map;
    this.#all = report.all;
    this.#one = (key) => {
      if (this.#reported.has(key)) return;
      this.#reported.add(key);
      report.one(key);
    };
  }

  get(key: string): V | undefined {
    this.#one(key);
    return this.#map.get(key);
  }

  has(key: string): boolean {
    this.#one(key);
    return this.#map.has(key);
  }

  get size(): number {
    this.#all();
    return this.#map.size;
  }

  keys(): MapIterator<string> {
    this.#all();
    return this.#map.keys();
  }

  values(): MapIterator<V> {
    this.#listed();
    return this.#map.values();
  }

  entries(): MapIterator<[string, V]> {
    this.#listed();
    return this.#map.entries();
  }

  forEach(work: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    this.#listed();
    for (const [key, value] of this.#map) work(value, key, this);
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  #listed(): void {
    this.#all();
    for (const key of this.#map.keys()) this.#one(key);
  }
}
