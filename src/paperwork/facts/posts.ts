import { type DataOf, type Dossier, findRecord, type RecordOf, recordsOf } from "../records/index.ts";
import { covers, type Valid, validOn } from "./period.ts";

/** Id of the person who heads the organisation (`centre` is one) on the day; undefined when nobody does. */
export function headOn(dossier: Dossier, organisation: string | undefined, date: string): string | undefined {
  return validOn(findRecord(dossier, "organisations", organisation)?.data.heads, date)?.entry.person;
}

/** Who, where and when: ids of a person and an organisation, a day (ISO). */
export type Post = { readonly person: string; readonly organisation: string | undefined; readonly date: string };

/** True when the person heads the organisation on the day, alone or beside another. */
export function isHead(dossier: Dossier, { person, organisation, date }: Post): boolean {
  const heads = findRecord(dossier, "organisations", organisation)?.data.heads ?? [];
  return heads.some((head) => head.person === person && covers(head, date));
}

/** A term of a head, and the organisation of that head. */
export type Headed = Valid<NonNullable<DataOf<"organisations">["heads"]>[number]> & {
  readonly organisation: RecordOf<"centre"> | RecordOf<"organisations">;
};

/** The organisation that the person heads on the day and the term of it, the centre first; undefined when there is none. */
export function headedBy(dossier: Dossier, person: string, date: string): Headed | undefined {
  for (const organisation of [...recordsOf(dossier, "centre"), ...recordsOf(dossier, "organisations")]) {
    const valid = validOn(organisation.data.heads, date);
    if (valid?.entry.person === person) return { ...valid, organisation };
  }
  return undefined;
}

/** True when the person has a post in the organisation on the day, be it that of its head. */
export function isEmployed(dossier: Dossier, post: Post): boolean {
  const { person, organisation, date } = post;
  if (organisation === undefined) return false;
  const posts = findRecord(dossier, "people", person)?.data.positions ?? [];
  return posts.some((one) => one.organisation === organisation && covers(one, date)) || isHead(dossier, post);
}

/** Name of the organisation on the day, the short one where it has one; its newest when none is valid, its id when it has none. */
export function organisationName(dossier: Dossier, organisation: string, date: string): string {
  const names = findRecord(dossier, "organisations", organisation)?.data.names;
  const name = validOn(names, date)?.entry ?? names?.at(-1);
  return name?.short ?? name?.full ?? organisation;
}
