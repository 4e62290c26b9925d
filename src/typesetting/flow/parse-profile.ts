import {
  type Defined,
  type Diagnostic,
  didYouMean,
  type Outcome,
  type Place,
  raise,
  startOf,
  suggest,
  type Text,
  text,
} from "../../base/diagnostics/index.ts";
import { checkMeasures } from "./check-measures.ts";
import { FINDINGS } from "./findings.ts";
import { measuresFile } from "./measures-file.ts";
import { type Profile, STYLE_NAMES } from "./profile.ts";
import { type Data, isData, type ProfileRequest, type ProfileSet, type ProfileSource } from "./profile-source.ts";

/**
 * Lays the measures over one another: standard → region → office → kind.
 * Codes TRC5101 (a measure is missing or of the wrong type), TRC5102 (unknown profile, parent or variant), TRC5103 (no such measure).
 */
export function parseProfile(set: ProfileSet, request: ProfileRequest): Outcome<Profile> {
  const sources: ProfileSource[] = [];
  for (const id of [request.standard, ...(request.layers ?? [])]) {
    const chain = chainOf(set, id);
    if (chain === null) return { diagnostics: [unknownProfile(set, id)] };
    sources.push(...chain);
  }
  const base = sources.map(({ data }) => data).reduce<Data>(merge, {});
  const variants = isData(base.variants) ? base.variants : {};
  const over = variants[request.variant];
  if (over === undefined) {
    const holder = sources.findLast(({ data }) => data.variants !== undefined) ?? sources.at(-1);
    const place = holder?.placeOf?.("/variants") ?? startOf(holder?.file ?? "");
    return { diagnostics: [unknownVariant(request, Object.keys(variants), place)] };
  }
  const merged = [over as Data, request.own?.data ?? {}].reduce<Data>(merge, base);
  const { variants: _variants, extends: _parent, layer: _layer, title: _title, ...given } = merged;
  const profile = fill(given, request.standard);
  const diagnostics = checkMeasures(measuresFile(given, sources, request), measuresFile(profile, sources, request));
  return diagnostics.length > 0 ? { diagnostics } : { value: profile as unknown as Profile, diagnostics };
}

/** Every style gets the defaults. */
function fill({ defaults, styles, ...rest }: Data, id: string): Data {
  const named = isData(styles) ? styles : {};
  const full = Object.fromEntries(
    [...STYLE_NAMES, ...Object.keys(named)].map((name) => [
      name,
      { ...(isData(defaults) ? defaults : {}), ...(isData(named[name]) ? named[name] : {}) },
    ]),
  );
  return { from: null, to: null, ...rest, id, styles: full };
}

/** Id of the standard whose period holds the date; undefined when there is none. */
export function profileFor(set: ProfileSet, date: string): string | undefined {
  return [...set.keys()].sort().find((id) => {
    if (isLayer(set, id)) return false;
    const merged = (chainOf(set, id) ?? []).map(({ data }) => data).reduce<Data>(merge, {});
    const [from, to] = [merged.from, merged.to];
    return (typeof from !== "string" || from <= date) && (typeof to !== "string" || date <= to);
  });
}

/** True for the measures of a region or an office, which lie over a standard and are none by themselves. */
export function isLayer(set: ProfileSet, id: string): boolean {
  return set.get(id)?.data.layer !== undefined;
}

/** From the farthest parent to the profile itself; null when a parent is missing or the chain is a ring. */
function chainOf(set: ProfileSet, id: string): ProfileSource[] | null {
  const chain: ProfileSource[] = [];
  const seen = new Set<string>();
  for (let at: unknown = id; typeof at === "string"; at = chain[0]?.data.extends) {
    const source = set.get(at);
    if (source === undefined || seen.has(at)) return null;
    seen.add(at);
    chain.unshift(source);
  }
  return chain;
}

function merge(below: Data, above: Data): Data {
  const result: { [key: string]: unknown } = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = result[key];
    result[key] = isData(under) && isData(value) ? merge(under, value) : value;
  }
  return result;
}

function unknownProfile(set: ProfileSet, id: string): Diagnostic {
  return fault(
    FINDINGS.TRC5102,
    text(`Профиля «${id}» нет или он расширяет сам себя`, `There is no profile "${id}", or it extends itself`),
    among([...set.keys()], String(set.get(id)?.data.extends ?? id)),
    set.get(id)?.placeOf?.("/extends") ?? startOf(set.get(id)?.file ?? "templates/profiles"),
  );
}

function unknownVariant({ standard, variant }: ProfileRequest, known: readonly string[], place: Place): Diagnostic {
  const message = text(
    `В профиле «${standard}» нет варианта «${variant}»`,
    `The profile "${standard}" has no variant "${variant}"`,
  );
  return { ...fault(FINDINGS.TRC5102, message, among(known, variant), place), actual: variant };
}

/** The name that was probably meant, or all there are. */
function among(known: readonly string[], typed: string): Text {
  const near = suggest(typed, known, 1);
  return near.length > 0 ? didYouMean(near) : text(`Есть: ${known.join(", ")}`, `There are: ${known.join(", ")}`);
}

function fault(finding: Defined, message: Text, hint: Text, place: Place): Diagnostic {
  return raise(finding, { message, hints: hint, place });
}
