import { numericDate } from "../../../base/text/index.ts";
import { headedBy, isEmployed } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type Location, located, type RecordRule, text } from "../rule.ts";
import { commissionPeople } from "./commission-people.ts";
import { mentioned } from "./mentioned.ts";

/** Whoever is named for an organisation works there on the day. */
export const ofAnotherOrganisation: RecordRule = {
  code: "TRC2209",
  title: text("Названо лицо из другой организации", "A person of another organisation is named"),
  validations: ["V36"],
  severity: "warning",
  why: text(
    "Исполнитель, составитель, секретарь комиссии и контактное лицо работают в той организации, от имени которой названы",
    "Executors, authors, secretaries of commissions and contacts work where they are named for",
  ),
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "contacts: {first: kovalchuk-av, second: melnik-ab}",
    right: "contacts: {first: kovalchuk-av, second: zhuk-ayu}",
  },
  *check(facts): Iterable<Finding> {
    for (const { record, pointer, person, organisation, date } of namedIn(facts)) {
      if (person === undefined || organisation === undefined || date === undefined) continue;
      if (facts.find("people", person) === undefined) continue;
      if (isEmployed(facts.dossier, { person, organisation, date })) continue;
      yield {
        record,
        pointer,
        message: text(
          `${facts.fullName(person)} ${numericDate(date)} не работает в организации «${organisation}»`,
          `“${facts.fullName(person)}” has no post in "${organisation}" on ${date}`,
        ),
        hints: text(
          "Назовите работника этой организации или исправьте его должности (positions)",
          "Name somebody who works there, or correct the posts (positions)",
        ),
        related: {
          record: facts.find("people", person) ?? record,
          pointer: "/positions",
          message: text("должности этого лица", "posts of the person"),
        },
      };
    }
  },
};

/** People in the tables of annexes: a jury, a working group. */
function inAnnexes({ data }: RecordOf<"orders">): (readonly [pointer: string, id: string])[] {
  return located(data.annexes, "/annexes").flatMap(([at, { table }]) =>
    located(table?.rows, `${at}/table/rows`).flatMap(([row, cells]) =>
      cells.flatMap((cell, index) =>
        typeof cell === "object" && cell.person !== undefined ? [[`${row}/${index}`, cell.person] as const] : [],
      ),
    ),
  );
}

type Named = Location & {
  readonly person: string | undefined;
  readonly organisation: string | undefined;
  readonly date: string | undefined;
};

function* namedIn(facts: Facts): Iterable<Named> {
  for (const record of facts.all("agreements")) {
    const { date, contacts = {}, parties = {}, resources } = record.data;
    for (const [pointer, { responsible: person }] of located(resources, "/resources"))
      yield { record, pointer: `${pointer}/responsible`, person, organisation: parties.first?.organisation, date };
    for (const side of ["first", "second"] as const)
      yield {
        record,
        pointer: `/contacts/${side}`,
        person: contacts[side],
        organisation: parties[side]?.organisation,
        date,
      };
  }
  for (const record of facts.all("orders")) {
    const { date, executor: person, issuer: organisation } = record.data;
    yield { record, pointer: "/executor", person, organisation, date };
    // Members may come from anywhere; the secretary keeps the papers of the commission.
    yield { record, pointer: "/commission/secretary", person: record.data.commission?.secretary, organisation, date };
    // An order of the committee is made known to the heads of others too, one of the centre to its own people and to those it names.
    const named = new Set(
      [...mentioned(record), ...commissionPeople(record.data), ...inAnnexes(record)].map(([, id]) => id),
    );
    for (const [pointer, id] of located(record.data.acknowledge, "/acknowledge"))
      if (!named.has(id) && (date === undefined || headedBy(facts.dossier, id, date) === undefined))
        yield { record, pointer, person: id, organisation, date };
  }
  for (const record of facts.all("reports")) {
    const { date, executor: person } = record.data;
    yield { record, pointer: "/executor", person, organisation: "centre", date };
  }
  for (const record of facts.all("documents")) {
    const { date, keeper, prepared, team, issuer, subject, order, executor, certifiedBy, source } = record.data;
    const organisation = issuer ?? "centre";
    yield { record, pointer: "/executor", person: executor, organisation, date };
    // A copy is certified where the document was made, or where it is kept.
    const author = authorOf(facts, source?.order);
    const at = date ?? "";
    const made = isEmployed(facts.dossier, { person: certifiedBy ?? "", organisation: author, date: at });
    yield { record, pointer: "/certifiedBy", person: certifiedBy, organisation: made ? author : organisation, date };
    if (record.kind === "act")
      for (const [pointer, person] of located(record.data.commission, "/commission")) {
        const recipient = record.data.recipient ?? "";
        const guest = isEmployed(facts.dossier, { person, organisation: recipient, date: at });
        yield { record, pointer, person: guest ? undefined : person, organisation, date };
      }
    yield { record, pointer: "/keeper", person: keeper, organisation, date };
    // A sheet goes with another document, and is drawn up where that one is.
    if (typeof subject !== "object")
      yield { record, pointer: "/prepared", person: prepared, organisation: issuer ?? authorOf(facts, order), date };
    for (const [pointer, { person }] of located(team, "/team"))
      yield { record, pointer: `${pointer}/person`, person, organisation, date };
  }
}

function authorOf(facts: Facts, order: string | undefined): string {
  return facts.find("orders", order)?.data.issuer ?? "centre";
}
