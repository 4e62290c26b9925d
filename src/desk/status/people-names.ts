import { initialsAfter } from "../../language/index.ts";
import { findRecord } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";

/** People by their ids: «Седых Л. Н., Ремчук П. И.» */
export function peopleNames({ dossier }: Pick<Project, "dossier">, ids: readonly string[]): string {
  return ids
    .map((id) => {
      const { surname, given, patronymic = null } = findRecord(dossier, "people", id)?.data ?? {};
      return surname === undefined || given === undefined
        ? id
        : initialsAfter({ surname, given, patronymic }, "spaced");
    })
    .join(", ");
}
