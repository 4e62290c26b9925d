import { numericDate } from "../../../base/text/index.ts";
import { headOn, isEmployed, isHead } from "../../facts/index.ts";
import type { Facts } from "../facts.ts";
import { signersOf } from "../parties/parties-of.ts";
import { type Finding, type Location, type RecordRule, text } from "../rule.ts";

/** Whoever signs or approves holds the post on that day. */
export const signatoryPost: RecordRule = {
  code: "TRC2133",
  title: text("Подписывает не тот, кто занимал должность", "The signatory did not hold the post"),
  validations: ["V36"],
  why: text(
    "Документ подписывает и утверждает тот, кто занимает должность в этот день",
    "A document is signed and approved by the holder of the post on that day",
  ),
  norm: "ГОСТ Р 7.0.97, реквизиты 16, 22",
  example: {
    file: "plans/2025-2026.yaml",
    wrong: 'approved: {person: klenov-pa, date: 2025-09-12, order: "91-od-2025"}',
    right: 'approved: {person: berezkina-mp, date: 2025-09-12, order: "91-od-2025"}',
  },
  *check(facts): Iterable<Finding> {
    for (const { record, pointer, person, organisation, date, head } of signers(facts)) {
      if (person === undefined || organisation === undefined || date === undefined) continue;
      const post = { person, organisation, date };
      if (isHead(facts.dossier, post)) continue;
      const works = isEmployed(facts.dossier, post);
      if (works && head === undefined) continue;
      const right = headOn(facts.dossier, organisation, date);
      const name = facts.fullName(person);
      yield {
        record,
        pointer,
        // Somebody who stands in for the head signs too, but then the record of the organisation says so.
        ...(works && head === "or-acting" ? { severity: "warning" as const } : {}),
        message:
          works || head === "only"
            ? text(
                `${name} ${numericDate(date)} не возглавляет организацию «${organisation}»`,
                `“${name}” does not head "${organisation}" on ${date}`,
              )
            : text(
                `${name} ${numericDate(date)} не работает в организации «${organisation}»`,
                `“${name}” has no post in "${organisation}" on ${date}`,
              ),
        hints: [
          right === undefined
            ? text("Проверьте должности (positions) и руководителей (heads)", "Check positions and heads")
            : text(
                `В этот день организацию возглавляет: ${right} (${facts.fullName(right)})`,
                `On that day the head is ${right}`,
              ),
          ...(works && head === "or-acting"
            ? [
                text(
                  "Если это лицо замещает руководителя, внесите его в heads организации: acting: {orderNumber, orderDate}, from, to",
                  "If the person stands in for the head, enter it in heads of the organisation: acting: {orderNumber, orderDate}, from, to",
                ),
              ]
            : []),
        ],
        related: {
          record: facts.find("organisations", organisation) ?? record,
          pointer: "/heads",
          message: text("руководители организации", "heads of the organisation"),
        },
        expected: right,
      };
    }
  },
};

type Signer = Location & {
  readonly person?: string | undefined;
  readonly organisation: string | undefined;
  readonly date?: string | undefined;
  /** Only the head may sign; `or-acting`: others too, when they stand in for the head. Without it whoever works there. */
  readonly head?: "only" | "or-acting";
};

function* signers(facts: Facts): Iterable<Signer> {
  for (const record of facts.all("orders")) {
    const { signatory: person, issuer: organisation, date } = record.data;
    yield { record, pointer: "/signatory", person, organisation, date, head: "or-acting" };
  }
  for (const record of facts.all("reports")) {
    const { signatory: person, date } = record.data;
    yield { record, pointer: "/signatory", person, organisation: "centre", date, head: "or-acting" };
  }
  for (const record of [...facts.all("plans"), ...facts.all("documents", "case-nomenclature", "destruction-act")])
    yield { record, pointer: "/approved/person", organisation: "centre", head: "only", ...record.data.approved };
  for (const record of facts.all("plans"))
    yield { record, pointer: "/agreed/person", organisation: facts.centre?.data.committee, ...record.data.agreed };
  for (const record of [...facts.all("agreements"), ...facts.all("documents", "transfer-act")])
    for (const [party, { representative: person, organisation }] of signersOf(record, facts))
      yield { record, pointer: `${party}/representative`, person, organisation, date: record.data.date };
}
