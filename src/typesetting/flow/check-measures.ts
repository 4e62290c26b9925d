import { type Diagnostic, type Place, raise, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import { type SchemaNode, validateAgainst, type YamlFile } from "../../base/yaml/index.ts";
import { FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import { FINDINGS } from "./findings.ts";
import type { Profile } from "./profile.ts";
import { isData, type ProfileData } from "./profile-source.ts";

const { $defs, properties } = FILE_SCHEMAS.profile;
const { id, from, to } = properties;
const STYLES: { readonly [name: string]: { readonly description: string } } =
  $defs.measures.properties.styles.properties;

/** Measures as the layers give them: each may be missing, none may be unknown or of a wrong type. */
const GIVEN: SchemaNode = {
  $id: "trc:/schemas/1/measures.json",
  type: "object",
  allOf: [{ $ref: "#/$defs/measures" }],
  properties: { id, from, to },
  unevaluatedProperties: false,
  $defs,
};

/** The same put together: none may be missing. */
export const WHOLE: SchemaNode = { ...(whole(GIVEN) as SchemaNode), $id: "trc:/schemas/1/profile-of-document.json" };

/** What of the given measures does not stand in the whole as it is: there the defaults are laid under the styles, and the profile has one id. */
export const BENEATH: SchemaNode = {
  $id: "trc:/schemas/1/measures-beneath.json",
  type: "object",
  properties: { id, defaults: { $ref: "#/$defs/measures/properties/defaults" } },
  $defs,
};

/**
 * What is wrong with measures, once each: a measure of the defaults is wrong or missing in every style. TRC5103: there is no such measure;
 * TRC5101: one is of a wrong type, or missing.
 *
 * @param given the measures as their layers give them
 * @param filled the same with the defaults laid under the styles
 */
export function checkMeasures(given: YamlFile, filled: YamlFile): Diagnostic[] {
  const ofWhole = validateAgainst(WHOLE)(filled);
  // Compiling the large schema a second time takes longer than everything else here.
  if (ofWhole.length === 0 && validateAgainst(BENEATH)(given).length === 0) return noRoom(filled);
  const found = ofMeasures([...validateAgainst(GIVEN)(given), ...ofWhole]);
  if (found.length === 0) return noRoom(filled);
  const first = new Map<string, Diagnostic>();
  for (const one of found) {
    const key = JSON.stringify([one.code, one.place, one.expected]);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** What is wrong with one file of a profile by itself; `stem` is its name without the extension. Codes TRC5101, TRC5103, TRC5104. */
export function checkProfile(file: YamlFile, stem: string): Diagnostic[] {
  const found = ofMeasures(validateAgainst(FILE_SCHEMAS.profile)(file));
  if (found.length > 0) return found;
  const { id: named = stem, from, to } = file.data as ProfileData;
  if (named !== stem) found.push(raise(FINDINGS.TRC5104, { of: [named, stem], place: file.placeOf("/id") }));
  if (from && to && to < from)
    found.push(
      raise(FINDINGS.TRC5101, {
        message: text(
          `Профиль кончает действовать (${numericDate(to)}) раньше, чем начинает (${numericDate(from)})`,
          `The profile ends (${to}) before it begins (${from})`,
        ),
        hints: text("Исправьте from или to", "Correct from or to"),
        place: file.placeOf("/to"),
      }),
    );
  return found;
}

/** Findings of a schema under the codes of profiles. */
function ofMeasures(found: readonly Diagnostic[]): Diagnostic[] {
  return found
    .filter(({ code }) => code !== "TRC1026")
    .map(({ code, title: _title, why, ...found }) => {
      const style = /^\/styles\/([^/]+)$/.exec(found.pointer ?? "")?.[1];
      if (code === "TRC1102" && style !== undefined) return missingStyle(style, found.place);
      return code === "TRC1101" ? raise(FINDINGS.TRC5103, found) : raise(FINDINGS.TRC5101, { ...found, why });
    });
}

/** Nothing can be set on a page with less room than this between its margins, mm. */
const LEAST_ROOM_MM = 40;

/** Pages whose margins leave no room for text. */
function noRoom(filled: YamlFile): Diagnostic[] {
  const pages = filled.data as unknown as Pick<Profile, "portrait" | "landscape">;
  return (["portrait", "landscape"] as const).flatMap((name) => {
    const { widthMm, heightMm, leftMm, rightMm, topMm, bottomMm } = pages[name];
    const room = [widthMm - leftMm - rightMm, heightMm - topMm - bottomMm] as const;
    if (Math.min(...room) >= LEAST_ROOM_MM) return [];
    return raise(FINDINGS.TRC5101, {
      message: text(
        `Поля листа (${name}) не оставляют места тексту: ${room[0]} × ${room[1]} мм`,
        `The margins of the page (${name}) leave no room for text: ${room[0]} × ${room[1]} mm`,
      ),
      hints: text(
        `Уменьшите поля: нужно не меньше ${LEAST_ROOM_MM} мм`,
        `Make the margins smaller: ${LEAST_ROOM_MM} mm are needed`,
      ),
      place: filled.placeOf(`/${name}`),
    });
  });
}

/** A style that no layer has was given the defaults, and they have no name: what is missing is the whole style. */
function missingStyle(name: string, place: Place | undefined): Diagnostic {
  const description = STYLES[name]?.description.replace(/\.$/, "") ?? name;
  return raise(FINDINGS.TRC5101, {
    message: text(
      `В профиле нет стиля «${name}» или его названия`,
      `The profile lacks the style “${name}” or its name`,
    ),
    hints: text(
      `Впишите в styles: ${name}: {name: ${description}}`,
      `Write into styles: ${name}: {name: ${description}}`,
    ),
    place,
    expected: name,
  });
}

/** A schema that asks for everything it knows. */
function whole(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(whole);
  if (!isData(node)) return node;
  const deep: { readonly properties?: unknown } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, whole(value)]),
  );
  const own = deep.properties;
  // The defaults are laid under the styles by then.
  return isData(own) ? { ...deep, required: Object.keys(own).filter((name) => name !== "defaults") } : deep;
}
