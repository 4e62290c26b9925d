import {
  type Diagnostic,
  meantOrKnown,
  type Outcome,
  type Place,
  raise,
  startOf,
  text,
} from "../../base/diagnostics/index.ts";
import { checkMeasures } from "./check-measures.ts";
import { FINDINGS } from "./findings.ts";
import { measuresFile } from "./measures-file.ts";
import { modelOf, type Profile, STYLE_NAMES } from "./profile.ts";
import {
  type Data,
  isData,
  type ProfileData,
  type ProfileRequest,
  type ProfileSet,
  type ProfileSource,
} from "./profile-source.ts";

/**
 * Lays the measures over one another: standard → region → office → kind.
 * Codes TRC5101 (a measure is missing or of the wrong type), TRC5102 (unknown profile, parent or variant), TRC5103 (no such measure).
 */
export function parseProfile(set: ProfileSet, request: ProfileRequest): Outcome<Profile> {
  const sources: ProfileSource[] = [];
  for (const id of [request.standard, ...(request.layers ?? [])]) {
    const { chain, broken } = chainOf(set, id);
    if (broken !== null) return { diagnostics: [unknownProfile(set, chain, broken)] };
    sources.push(...chain);
  }
  const base = sources.map(({ data }) => data).reduce(merge, {});
  const variants = isData(base.variants) ? base.variants : {};
  const over = variants[request.variant];
  if (over === undefined) {
    const holder = sources.findLast(({ data }) => data.variants !== undefined) ?? sources.at(-1);
    const place = holder?.placeOf?.("/variants") ?? startOf(holder?.file ?? "");
    return { diagnostics: [unknownVariant(request, Object.keys(variants), place)] };
  }
  const merged = [over, request.own?.data ?? {}].reduce(merge, base);
  const { variants: _variants, extends: _parent, layer: _layer, title: _title, ...given } = merged;
  const profile = fill(given, request.standard);
  const diagnostics = checkMeasures(measuresFile(given, sources, request), measuresFile(profile, sources, request));
  return diagnostics.length > 0 ? { diagnostics } : { value: profile as unknown as Profile, diagnostics };
}

/** Where a measure of a profile stands: in the layer that has the last say on it. @param pointer `/portrait/leftMm` */
export function placeOfMeasure(set: ProfileSet, request: ProfileRequest, pointer: string): Place {
  const sources = [request.standard, ...(request.layers ?? [])].flatMap((id) => chainOf(set, id).chain);
  return measuresFile({}, sources, request).placeOf(pointer);
}

/** Every style gets the defaults, and what its model has but the name. */
function fill({ defaults, styles, ...rest }: Data, id: string): Data {
  const named = isData(styles) ? styles : {};
  const measures = (name: string | undefined): Data => {
    const own = named[name ?? ""];
    return isData(own) ? own : {};
  };
  const full = Object.fromEntries(
    [...STYLE_NAMES, ...Object.keys(named)].map((name) => {
      const { name: _name, ...model } = measures(modelOf(name));
      return [name, { ...(isData(defaults) ? defaults : {}), ...model, ...measures(name) }];
    }),
  );
  return { from: null, to: null, ...rest, id, styles: full };
}

/** Id of the standard whose period holds the date; undefined when there is none. */
export function profileFor(set: ProfileSet, date: string): string | undefined {
  return [...set.keys()].sort().find((id) => {
    if (isLayer(set, id)) return false;
    const { from, to } = chainOf(set, id)
      .chain.map(({ data }) => data)
      .reduce(merge, {});
    return (typeof from !== "string" || from <= date) && (typeof to !== "string" || date <= to);
  });
}

/** True for the measures of a region or an office, which lie over a standard and are none by themselves. */
export function isLayer(set: ProfileSet, id: string): boolean {
  return set.get(id)?.data.layer !== undefined;
}

/** From the farthest parent to the profile itself; `broken` is a name in the way that no profile bears, or that stands in it already. */
function chainOf(
  set: ProfileSet,
  id: string,
): { readonly chain: readonly ProfileSource[]; readonly broken: string | null } {
  const chain: ProfileSource[] = [];
  for (let at: string | undefined = id; typeof at === "string"; at = chain[0]?.data.extends) {
    const source = set.get(at);
    if (source === undefined || chain.includes(source)) return { chain, broken: at };
    chain.unshift(source);
  }
  return { chain, broken: null };
}

function merge(below: ProfileData, above: ProfileData): ProfileData {
  const result: { [key: string]: unknown } = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = result[key];
    result[key] = isData(under) && isData(value) ? merge(under, value) : value;
  }
  return result;
}

function unknownProfile(set: ProfileSet, [child]: readonly ProfileSource[], name: string): Diagnostic {
  const own = [...set.keys()].find((id) => set.get(id) === child);
  return raise(FINDINGS.TRC5102, {
    message: set.has(name)
      ? text(
          `Профили расширяют друг друга по кругу: «${own}» расширяет «${name}»`,
          `Profiles extend one another in a circle: “${own}” extends “${name}”`,
        )
      : text(`Профиля «${name}» нет`, `There is no profile “${name}”`),
    why: text(
      "Меры профиля ложатся поверх мер того, который он расширяет (extends)",
      "The measures of a profile lie over those of the one it extends (extends)",
    ),
    hints: meantOrKnown(
      set.has(name) ? "" : name,
      [...set.keys()].filter((id) => id !== own),
    ),
    place: child?.placeOf?.("/extends") ?? startOf(child?.file ?? "templates/profiles"),
  });
}

function unknownVariant({ standard, variant }: ProfileRequest, known: readonly string[], place: Place): Diagnostic {
  return raise(FINDINGS.TRC5102, {
    message: text(
      `В профиле «${standard}» нет варианта «${variant}»`,
      `The profile "${standard}" has no variant "${variant}"`,
    ),
    hints: meantOrKnown(variant, known),
    place,
    actual: variant,
  });
}
