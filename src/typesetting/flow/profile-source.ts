import type { Place } from "../../base/diagnostics/index.ts";

/** Measures as plain data. */
export type Data = { readonly [key: string]: unknown };

/** Measures of a profile or a layer, with what it says of itself; checked when they are put together. */
export type ProfileData = Data & {
  readonly id?: string;
  readonly extends?: string;
  readonly layer?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly variants?: { readonly [name: string]: Data };
};

/** Whether a value is a group of measures. */
export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One profile file as plain data. */
export type ProfileSource = {
  readonly data: ProfileData;
  readonly file: string;
  /** Place of a measure by its JSON Pointer, of the nearest group when it is not there; absent: nobody knows. */
  readonly placeOf?: (pointer: string) => Place;
  /** Place of the name that leads to it. */
  readonly keyPlaceOf?: (pointer: string) => Place;
};

/** The profile files by id: standards, and the layers of regions and offices (`layer: region | office`). */
export type ProfileSet = ReadonlyMap<string, ProfileSource>;

/** What a profile is put together from, lowest first: a standard, layers over it, the variant of the kind, the kind's own measures. */
export type ProfileRequest = {
  readonly standard: string;
  readonly layers?: readonly string[];
  readonly variant: string;
  readonly own?: ProfileSource | null;
};
