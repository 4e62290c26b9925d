import type { Place } from "../../base/diagnostics/index.ts";
import { type Data, isData } from "./profile-shape.ts";
import type { ProfileRequest, ProfileSource } from "./profile-source.ts";

/** Measures as one file gives them, with the pointer to where they begin in it. */
type Layer = { readonly source: ProfileSource; readonly base: string };

/**
 * Where a measure (`styles.text.sizePt`) stands: in the file that has the last say on it. One that is nowhere is looked for
 * by the group it belongs to, then by the group of that one. A measure out of the defaults of styles is named for them.
 */
export function measurePlace(
  path: string,
  sources: readonly ProfileSource[],
  request: ProfileRequest,
  what: "placeOf" | "keyPlaceOf" = "placeOf",
): { readonly path: string; readonly place: Place } {
  const layers: Layer[] = [
    ...(request.own ? [{ source: request.own, base: "" }] : []),
    ...sources.toReversed().map((source) => ({ source, base: `/variants/${request.variant}` })),
    ...sources.toReversed().map((source) => ({ source, base: "" })),
  ];
  for (let names = path.split("."); names.length > 0; names = names.slice(0, -1)) {
    for (const own of [names, ...defaultOf(names)]) {
      const found = layers.find(({ source, base }) => holds(source.data, [...base.split("/").slice(1), ...own]));
      if (found === undefined) continue;
      const { source, base } = found;
      const whole = names.join(".") === path;
      return {
        path: whole ? own.join(".") : path,
        place: source[what]?.(`${base}/${own.join("/")}`) ?? startOf(source.file),
      };
    }
  }
  return { path, place: startOf(sources[0]?.file ?? "") };
}

/** A style that does not say a measure takes it from the defaults. */
function defaultOf([group, , ...measure]: readonly string[]): string[][] {
  return group === "styles" && measure.length > 0 ? [["defaults", ...measure]] : [];
}

function holds(data: Data, names: readonly string[]): boolean {
  let at: unknown = data;
  for (const name of names) {
    if (Array.isArray(at) ? !Object.hasOwn(at, name) : !isData(at) || !Object.hasOwn(at, name)) return false;
    at = (at as Data)[name];
  }
  return true;
}

/** The first character of a file. */
export function startOf(file: string): Place {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
}
