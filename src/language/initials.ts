import type { PersonName } from "./types.ts";

const NBSP = "\u00a0";

/** «И.И.» or «И. И.»; a double given name keeps its hyphen («А.-М.»), a missing patronymic leaves one initial, «оглы» is left out. */
function initialsOf(name: PersonName, style: "tight" | "spaced"): string {
  const given = name.given
    .split("-")
    .map((part) => `${part.slice(0, 1)}.`)
    .join("-");
  const patronymic = name.patronymic ? `${name.patronymic.slice(0, 1)}.` : "";
  return patronymic === "" ? given : given + (style === "spaced" ? NBSP : "") + patronymic;
}

/** «И.И. Петров»: before the surname, for signatures and stamps. @see ГОСТ Р 7.0.97-2016, п. 5.22 */
export function initialsBefore(name: PersonName, style: "tight" | "spaced"): string {
  return `${initialsOf(name, style)}${NBSP}${name.surname}`;
}

/** «Петров И. И.»: after the surname, for texts and tables. */
export function initialsAfter(name: PersonName, style: "tight" | "spaced"): string {
  return `${name.surname}${NBSP}${initialsOf(name, style)}`;
}
