import { type Place, startOf } from "../../base/diagnostics/index.ts";
import { valueAtPointer, type YamlData, type YamlFile } from "../../base/yaml/index.ts";
import { modelOf } from "./profile.ts";
import type { ProfileRequest, ProfileSource } from "./profile-source.ts";

/**
 * Measures laid over one another as if they stood in one file. The place of each is in the layer that has the last say on it; of one that
 * is nowhere, in the group around it; of one that a style takes from its model or the defaults, there. The place of a key is in the lowest layer that has it.
 */
export function measuresFile(
  data: { readonly [key: string]: unknown },
  sources: readonly ProfileSource[],
  { own, variant }: ProfileRequest,
): YamlFile {
  const layers = [
    ...(own ? [{ source: own, base: "" }] : []),
    ...sources.toReversed().map((source) => ({ source, base: `/variants/${variant}` })),
    ...sources.toReversed().map((source) => ({ source, base: "" })),
  ];
  const place = (pointer: string, what: "placeOf" | "keyPlaceOf"): Place => {
    const style = /^\/styles\/([^/]+)(?=\/)/;
    const model = `/styles/${modelOf(style.exec(pointer)?.[1] ?? "")}`;
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/")))
      for (const one of [at, at.replace(style, model), at.replace(style, "/defaults")]) {
        const has = ({ source, base }: (typeof layers)[number]): boolean =>
          valueAtPointer(source.data, `${base}${one}`) !== undefined;
        const layer = what === "placeOf" ? layers.find(has) : layers.findLast(has);
        const found = layer?.source[what]?.(`${layer.base}${one}`);
        if (layer !== undefined) return found ?? startOf(layer.source.file);
      }
    return startOf(sources[0]?.file ?? "");
  };
  const file = sources[0]?.file ?? "";
  return {
    file,
    text: "",
    data: data as YamlData,
    spans: [],
    placeAt: () => startOf(file),
    placeOf: (pointer) => place(pointer, "placeOf"),
    keyPlaceOf: (pointer) => place(pointer, "keyPlaceOf"),
  };
}
