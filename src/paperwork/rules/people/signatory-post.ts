import { numericDate } from "../../../base/text/index.ts";
import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, type Spot, text } from "../rule.ts";
import { day, fields, partiesOf } from "../values.ts";

/** Whoever signs or approves holds the post on that day. */
export const signatoryPost: RecordRule = {
  code: "TRC2133",
  title: text("Подписывает не тот, кто занимал должность", "The signatory did not hold the post"),
  validations: ["V36"],
  severity: "error",
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
    for (const { spot, person, organisation, date, head } of signers(facts)) {
      if (head ? facts.isHead(organisation, person, date) : facts.employed(person, organisation, date)) continue;
      const right = facts.headOn(organisation, date);
      yield {
        ...spot,
        message: text(
          `${facts.fullName(person)} ${numericDate(date)} не ${head ? "возглавляет организацию" : "работает в организации"} «${organisation}»`,
          `${facts.fullName(person)} ${head ? "does not head" : "has no post in"} "${organisation}" on ${date}`,
        ),
        hints: [
          right === undefined
            ? text("Проверьте должности (positions) и руководителей (heads)", "Check positions and heads")
            : text(
                `В этот день организацию возглавляет: ${right} (${facts.fullName(right)})`,
                `On that day the head is ${right}`,
              ),
        ],
        related: [
          {
            record: facts.find("organisations", organisation) ?? spot.record,
            pointer: "/heads",
            message: text("руководители организации", "heads of the organisation"),
          },
        ],
        actual: person,
        ...(right === undefined ? {} : { expected: right }),
      };
    }
  },
};

type Signer = {
  readonly spot: Spot;
  readonly person: string;
  readonly organisation: string;
  readonly date: string;
  readonly head: boolean;
};

function* signers(facts: Facts): Iterable<Signer> {
  const signer = (
    record: ContentRecord,
    pointer: string,
    person: unknown,
    organisation: unknown,
    date: unknown,
    head: boolean,
  ): Signer[] => {
    const on = day(date as string | undefined);
    if (typeof person !== "string" || typeof organisation !== "string" || on === undefined) return [];
    return [{ spot: { record, pointer }, person, organisation, date: on, head }];
  };
  const committee = facts.centre?.data.committee;
  for (const record of facts.all("orders"))
    yield* signer(record, "/signatory", record.data.signatory, record.data.issuer, record.data.date, false);
  for (const record of facts.all("reports"))
    yield* signer(record, "/signatory", record.data.signatory, "centre", record.data.date, false);
  for (const record of [...facts.all("plans"), ...facts.ofKind("documents", "case-nomenclature")]) {
    const approved = fields(record.data.approved);
    const agreed = fields(record.data.agreed);
    yield* signer(record, "/approved/person", approved.person, "centre", approved.date, true);
    yield* signer(record, "/agreed/person", agreed.person, committee, agreed.date, false);
  }
  for (const record of facts.all("agreements")) {
    for (const { pointer, party } of partiesOf(record.data)) {
      yield* signer(
        record,
        `${pointer}/representative`,
        party.representative,
        party.organisation,
        record.data.date,
        false,
      );
    }
  }
}
