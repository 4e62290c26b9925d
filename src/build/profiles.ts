import type { Diagnostic, Outcome, Place } from "../diagnostics/index.ts";
import { type Profile, type ProfileSet, parseProfile, profileFor } from "../flow/index.ts";
import { readYaml } from "../records/index.ts";
import type { FoundFile } from "./read-folder.ts";

/** The profiles of a templates folder (`profiles/*.yaml`), each resolved once for every variant. */
export class Profiles {
  readonly #set: ProfileSet;
  readonly #resolved = new Map<string, Outcome<Profile>>();

  constructor(set: ProfileSet) {
    this.#set = set;
  }

  /** The profile named in the settings, else the one whose period holds the date. Codes TRC3007, TRC6005. */
  choose(date: string, wanted: string | null, place: Place): Outcome<string> {
    const id = wanted ?? profileFor(this.#set, date);
    if (id !== undefined && this.#set.has(id)) return { value: id, diagnostics: [] };
    const known = [...this.#set.keys()].join(", ");
    const fault: Diagnostic =
      wanted === null
        ? {
            code: "TRC3007",
            severity: "error",
            message: `Ни один профиль оформления не действует на ${date}`,
            hints: [`Есть: ${known}`],
            place,
          }
        : {
            code: "TRC6005",
            severity: "error",
            message: `Профиля оформления «${wanted}» нет`,
            hints: [`Есть: ${known}`],
            place,
          };
    return { diagnostics: [fault] };
  }

  resolve(id: string, variant: string): Outcome<Profile> {
    const key = `${id}/${variant}`;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const outcome = parseProfile(this.#set, id, variant);
    this.#resolved.set(key, outcome);
    return outcome;
  }
}

export function readProfiles(files: readonly FoundFile[]): Outcome<Profiles> {
  const diagnostics: Diagnostic[] = [];
  const set = new Map<string, { readonly data: { readonly [key: string]: unknown }; readonly file: string }>();
  for (const file of files.filter(({ inside }) => /^profiles\/[^/]+\.yaml$/.test(inside))) {
    const yaml = readYaml(file);
    diagnostics.push(...yaml.diagnostics);
    const data = yaml.value?.data;
    if (typeof data !== "object" || data === null || Array.isArray(data)) continue;
    const stem = file.inside.replace(/^profiles\/|\.yaml$/g, "");
    set.set(stem, { data: data as { readonly [key: string]: unknown }, file: file.path });
  }
  return { value: new Profiles(set), diagnostics };
}
