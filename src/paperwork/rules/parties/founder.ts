import { founderInName, founderOf } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type FindingIn, inRecord, located, type RecordRule, text } from "../rule.ts";

/** Whose a school is agrees with its name, and no agreement of a private one is paid from the task of a founder. */
export const founder: RecordRule = {
  code: "TRC2270",
  title: text("Не сходится с тем, чья это школа", "It disagrees with whose the school is"),
  validations: ["V57"],
  why: text(
    "От учредителя зависят бланк, задание и имущество: муниципальное задание бывает у муниципальной школы, государственное – у государственной",
    "Letterhead, task and property depend on the founder: a municipal task is given to a municipal school, a state task to one of the state",
  ),
  norm: "БК РФ, статья 69.2; Закон № 7-ФЗ, статья 9.2",
  example: {
    file: "centre.yaml",
    wrong: "founder: {kind: private}",
    right: "founder: {kind: municipality}",
  },
  *check(facts) {
    for (const record of facts.all("organisations")) for (const found of ofName(record)) yield inRecord(record, found);
    for (const record of facts.all("agreements"))
      for (const found of ofTask(record, facts)) yield inRecord(record, found);
  },
};

const WHOSE = {
  municipality: text("муниципальная", "of a municipality"),
  region: text("государственная", "of a region"),
  federation: text("федеральная", "of the federation"),
  private: text("частная", "private"),
};

function* ofName({ id, data: { founder: said, names } }: RecordOf<"organisations">): Iterable<FindingIn> {
  if (said?.organisation !== undefined && said.organisation === id)
    yield {
      pointer: "/founder/organisation",
      message: text("Организация названа учредителем самой себя", "The organisation is named as its own founder"),
      hints: text("Назовите орган учредителя или удалите строку", "Name the body of the founder or delete the line"),
    };
  const kind = said?.kind;
  if (kind === undefined) return;
  for (const [at, { full = "" }] of located(names, "/names")) {
    const named = founderInName(full);
    // A federal school is one of the state, too.
    const agrees = named === kind || (named === "region" && kind === "federation");
    if (named === null || agrees) continue;
    yield {
      pointer: "/founder/kind",
      message: text(
        `Названа как ${WHOSE[kind].ru}, а по наименованию она ${WHOSE[named].ru}`,
        `It is said to be ${WHOSE[kind].en}, by its name it is ${WHOSE[named].en}`,
      ),
      hints: text("Удалите kind: это видно из наименования", "Delete kind: the name says it"),
      related: { pointer: `${at}/full`, message: text("наименование", "the name") },
    };
  }
}

/** The centre does the work, whichever party it is: the task is one of its founder. */
function* ofTask({ data: { finance, date = "" } }: RecordOf<"agreements">, facts: Facts): Iterable<FindingIn> {
  const { centre, dossier } = facts;
  if (finance?.mode !== "municipal-task" || centre === undefined) return;
  if (founderOf(dossier, centre, date).kind !== "private") return;
  yield {
    pointer: "/finance/mode",
    message: text(
      "Школа частная, задания учредителя у неё нет",
      "The school is a private one, it has no task of a founder",
    ),
    hints: text(
      "Напишите: mode: gratuitous или mode: paid; если школа не частная, поправьте учредителя в centre.yaml",
      "Write: mode: gratuitous or mode: paid; where the school is not private, correct the founder in centre.yaml",
    ),
    related: { record: centre, pointer: "/names", message: text("наименование школы", "the name of the school") },
  };
}
