import { isDay } from "../../base/text/index.ts";
import { isFields, isList, type YamlData } from "../../base/yaml/index.ts";
import type { Shape } from "../schemas/index.ts";

type Fields = { readonly [key: string]: YamlData };

/**
 * The value without the parts that are not of its shape; the very value when all of it is, undefined when nothing is. Properties that the
 * shape does not name stay as they are. A list keeps its positions: in place of what does not fit stands an empty text, list or set of properties.
 */
export function fitting(value: YamlData, shape: Shape): YamlData | undefined {
  if (typeof shape === "string") return isOf(value, shape) ? value : undefined;
  if ("values" in shape) return shape.values.includes(value) ? value : undefined;
  if ("anyOf" in shape) return fittingAny(value, shape.anyOf);
  if ("items" in shape) return isList(value) ? fittingList(value, shape.items) : undefined;
  if (!isFields(value)) return undefined;
  const shapeOf = "each" in shape ? () => shape.each : (name: string) => shape.properties[name];
  return fittingFields(value, shapeOf);
}

function fittingFields(value: Fields, shapeOf: (name: string) => Shape | undefined): Fields {
  let changed = false;
  const kept = Object.entries(value).flatMap(([name, child]): [string, YamlData][] => {
    const shape = shapeOf(name);
    const fit = shape === undefined ? child : fitting(child, shape);
    if (fit !== child) changed = true;
    return fit === undefined ? [] : [[name, fit]];
  });
  return changed ? Object.freeze(Object.fromEntries(kept)) : value;
}

function fittingList(value: readonly YamlData[], shape: Shape): readonly YamlData[] | undefined {
  const fit = value.map((item) => fitting(item, shape) ?? emptyOf(shape));
  if (fit.every((item, index) => item === value[index])) return value;
  return fit.every((item) => item !== undefined) ? Object.freeze(fit as readonly YamlData[]) : undefined;
}

/** The first shape that the value is of, or else the first that leaves something of it. */
function fittingAny(value: YamlData, shapes: readonly Shape[]): YamlData | undefined {
  const fits = shapes.map((shape) => fitting(value, shape));
  return fits.includes(value) ? value : fits.find((fit) => fit !== undefined);
}

function emptyOf(shape: Shape): YamlData | undefined {
  if (shape === "string") return "";
  if (typeof shape === "string" || "values" in shape) return undefined;
  if ("anyOf" in shape) return shape.anyOf.map(emptyOf).find((empty) => empty !== undefined);
  return "items" in shape ? [] : {};
}

function isOf(value: YamlData, shape: Shape & string): boolean {
  switch (shape) {
    case "date":
      return typeof value === "string" && isDay(value);
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "object":
      return isFields(value);
    default:
      return typeof value === shape;
  }
}
