import { dirname } from "node:path";
import { type Diagnostic, type Outcome, type Place, raise, text } from "../../base/diagnostics/index.ts";
import { numericDate, posixPath } from "../../base/text/index.ts";
import { readYaml, type YamlCache } from "../../base/yaml/index.ts";
import {
  checkProfile,
  isLayer,
  type Profile,
  type ProfileRequest,
  type ProfileSet,
  type ProfileSource,
  parseProfile,
  placeOfMeasure,
  profileFor,
} from "../../typesetting/flow/index.ts";
import { FINDINGS } from "./findings.ts";
import { templateOrProgram } from "./package-root.ts";
import { type FoundFile, readFolder } from "./read-folder.ts";

/** What the settings ask of the layout, and where they ask it. */
export type ProfileWishes = {
  readonly standard: string | null;
  readonly layers: readonly string[];
  readonly place: (pointer: string) => Place;
};

/** The profiles of a templates folder (`profiles/*.yaml`), each put together once for every variant and kind. */
export class Profiles {
  readonly #set: ProfileSet;
  readonly #resolved = new Map<string, Profile>();

  constructor(set: ProfileSet) {
    this.#set = set;
  }

  /**
   * Name of the profile of a document, `gost-2025` or with its layers `gost-2025+office`: the standard of the settings, else the one
   * whose period holds the date. Codes TRC3007, TRC6005.
   */
  choose(date: string, wishes: ProfileWishes, place: Place): Outcome<string> {
    const standards = [...this.#set.keys()].filter((id) => !isLayer(this.#set, id));
    const layers = [...this.#set.keys()].filter((id) => isLayer(this.#set, id));
    const id = wishes.standard ?? profileFor(this.#set, date);
    const diagnostics: Diagnostic[] = [];
    if (id === undefined)
      diagnostics.push(
        raise(FINDINGS.TRC3007, {
          message: text(
            `Ни один профиль оформления не действует ${numericDate(date)}`,
            `No profile is in force on ${date}`,
          ),
          hints: text(
            `Проверьте дату документа или назовите профиль в settings.yaml, profile; есть: ${standards.join(", ")}`,
            `Check the date of the document, or name a profile in settings.yaml, profile; there are: ${standards.join(", ")}`,
          ),
          place,
        }),
      );
    else if (!standards.includes(id))
      diagnostics.push(raise(FINDINGS.TRC6005, { of: [id, standards], place: wishes.place("/profile") }));
    for (const [index, layer] of wishes.layers.entries())
      if (!layers.includes(layer))
        diagnostics.push(
          raise(FINDINGS.TRC6005, { of: [layer, layers], place: wishes.place(`/profileLayers/${index}`) }),
        );
    return diagnostics.length > 0 ? { diagnostics } : { value: [id, ...wishes.layers].join("+"), diagnostics };
  }

  /**
   * @param name as `choose` gives it; `own` are the measures of the kind itself. The answer follows from the measures alone: a run that
   * looks into what an earlier one read asks for measures that are no longer those of the kind.
   */
  resolve(name: string, variant: string, own: ProfileRequest["own"]): Outcome<Profile> {
    const key = JSON.stringify([name, variant, own?.data ?? null]);
    const known = this.#resolved.get(key);
    if (known !== undefined) return { value: known, diagnostics: [] };
    const [standard = "", ...layers] = name.split("+");
    const outcome = parseProfile(this.#set, { standard, layers, variant, own: own ?? null });
    if (outcome.value !== undefined) this.#resolved.set(key, outcome.value);
    return outcome;
  }

  /** Where a measure of a document stands: in its profile, in a layer over it or in its kind. @param pointer `/portrait/leftMm` */
  placeOf(name: string, variant: string, own: ProfileRequest["own"], pointer: string): Place {
    const [standard = "", ...layers] = name.split("+");
    return placeOfMeasure(this.#set, { standard, layers, variant, own: own ?? null }, pointer);
  }
}

/** A profile of a templates folder by its name, or of the program where the folder has none so called. Codes of `readProfiles` and `resolve`. */
export async function readProfile(templates: string, name: string, variant: string): Promise<Outcome<Profile>> {
  const folder = dirname(templateOrProgram(templates, `profiles/${name}.yaml`));
  const files = await readFolder(folder, posixPath(folder), { wanted: (inside) => /^[a-z0-9-]+\.yaml$/.test(inside) });
  const { value, diagnostics } = readProfiles(files.map((file) => ({ ...file, inside: `profiles/${file.inside}` })));
  return value === undefined || diagnostics.length > 0 ? { diagnostics } : value.resolve(name, variant, null);
}

/** Name of the schema of a profile in a memory of files. */
const PROFILE_SCHEMA = "profile";

/** Reads the profiles of a templates folder, each by itself; that none of a document's measures is missing is checked where they are put together. Codes TRC5101, TRC5103, TRC5104 and those of YAML. */
export function readProfiles(files: readonly FoundFile[], cache: YamlCache | null = null): Outcome<Profiles> {
  const diagnostics: Diagnostic[] = [];
  const set = new Map<string, ProfileSource>();
  for (const file of files.filter(({ inside }) => /^profiles\/[a-z0-9][a-z0-9-]*\.yaml$/.test(inside))) {
    const yaml = readYaml(file, cache);
    diagnostics.push(...yaml.diagnostics);
    if (yaml.value === undefined) continue;
    const stem = file.inside.replace(/^profiles\/|\.yaml$/g, "");
    const faults = cache?.isValid(file, PROFILE_SCHEMA) ? [] : checkProfile(yaml.value, stem);
    diagnostics.push(...faults);
    if (faults.length > 0) continue;
    cache?.storeValid(file, PROFILE_SCHEMA);
    const { data, placeOf, keyPlaceOf } = yaml.value;
    set.set(stem, { data: data as ProfileSource["data"], file: file.path, placeOf, keyPlaceOf });
  }
  return { value: new Profiles(set), diagnostics };
}
