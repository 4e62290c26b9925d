import type { ContentRecord } from "./dossier.ts";

/** Surname, given name and patronymic, as far as they are there. */
export function fullName(person: { readonly [part in "surname" | "given" | "patronymic"]?: unknown }): string {
  const { surname, given, patronymic } = person;
  return [surname, given, patronymic].filter((part) => typeof part === "string" && part !== "").join(" ");
}

/** How people call a record: a person by the full name, an organisation by its latest short one, another by its title; empty where it has none. */
export function recordName({ data }: ContentRecord): string {
  const latest = Array.isArray(data.names)
    ? (data.names.at(-1) as { readonly short?: unknown; readonly full?: unknown } | undefined)
    : undefined;
  const words = [latest?.short, latest?.full, data.title, data.subject, data.name];
  return fullName(data) || (words.find((word): word is string => typeof word === "string" && word !== "") ?? "");
}
