import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, list, number, partiesOf, string, strings } from "../values.ts";

/** Districts of an order that grants or extends the status, with their base schools. */
function districtsOf(
  facts: Facts,
  order: ContentRecord,
): { readonly pointer: string; readonly district: ContentRecord; readonly base: string | undefined }[] {
  return list(order.data["districts"]).flatMap((id, index) => {
    const district = facts.find("districts", id);
    return district === undefined
      ? []
      : [{ pointer: `/districts/${index}`, district, base: string(district.data["base"]) }];
  });
}

/** There are as many base schools as the regulation says. */
export const baseSchoolCount: RecordRule = {
  code: "TRC2111",
  validations: ["V09"],
  severity: "error",
  why: text(
    "Число базовых организаций названо в Положении; приказ закрепляет столько же",
    "The regulation says how many base schools there are; the order names as many",
  ),
  norm: "Положение, пункт о базовых организациях",
  example: { file: "regulations/regulation-2025.yaml", wrong: "baseSchoolCount: 3", right: "baseSchoolCount: 2" },
  *check(facts): Iterable<Finding> {
    for (const regulation of facts.all("regulations")) {
      const wanted = number(regulation.data["baseSchoolCount"]);
      const order = facts.find("orders", regulation.data["approvedBy"]);
      if (wanted === undefined || order === undefined) continue;
      const bases = new Set(districtsOf(facts, order).flatMap(({ base }) => base ?? []));
      if (bases.size === wanted) continue;
      yield {
        record: regulation,
        pointer: "/baseSchoolCount",
        message: text(
          `В Положении базовых организаций ${wanted}, а в приказе округов с базовыми школами – ${bases.size}`,
          `The regulation has ${wanted} base schools, the order ${bases.size}`,
        ),
        hints: [
          text(
            "Исправьте число или перечень округов (districts) в приказе",
            "Mend the number or the districts of the order",
          ),
        ],
        related: [
          { record: order, pointer: "/districts", message: text("округа в приказе", "districts of the order") },
        ],
        actual: String(wanted),
        expected: String(bases.size),
      };
    }
  },
};

/** Each base school has exactly one agreement with the centre for the term of the status. Asked as soon as any is concluded. */
export const baseSchoolAgreement: RecordRule = {
  code: "TRC2112",
  validations: ["V09"],
  severity: "error",
  why: text(
    "С каждой базовой организацией заключают один договор на срок статуса",
    "There is one agreement with each base school for the term of the status",
  ),
  norm: "Положение, раздел 6",
  example: {
    file: "agreements/3-2025-trc.yaml",
    wrong:
      "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: base-obraztsovo, alias: Школа}",
    right:
      "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: base-uchebnoe, alias: Школа}",
  },
  *check(facts): Iterable<Finding> {
    const agreements = facts.ofKind("agreements", "agreement-base");
    if (agreements.length === 0) return;
    for (const order of facts.ofKind("orders", "order-status")) {
      if (order.data["action"] !== "grant") continue;
      const until = day(order.data["statusUntil"]) ?? "9999-12-31";
      for (const { pointer, base } of districtsOf(facts, order)) {
        if (base === undefined) continue;
        const own = agreements.filter((agreement) => {
          const date = day(agreement.data["date"]) ?? "";
          return partyIds(agreement).includes(base) && date >= (day(order.data["date"]) ?? "") && date <= until;
        });
        if (own.length === 0) yield missing(order, pointer, base);
        for (const extra of own.slice(1)) yield second(extra, base, own[0] as ContentRecord);
      }
    }
  },
};

function partyIds(agreement: ContentRecord): string[] {
  return partiesOf(agreement.data).flatMap(({ party }) => string(party["organisation"]) ?? []);
}

function missing(order: ContentRecord, pointer: string, base: string): Finding {
  return {
    record: order,
    pointer,
    message: text(
      `С базовой организацией «${base}» нет договора`,
      `There is no agreement with the base school "${base}"`,
    ),
    hints: [
      text(
        "Создайте договор: trc new agreement-base, parties.second.organisation – эта школа",
        "Create it: trc new agreement-base, with this school as the second party",
      ),
    ],
    actual: base,
  };
}

function second(agreement: ContentRecord, base: string, first: ContentRecord): Finding {
  return {
    record: agreement,
    pointer: "/parties/second/organisation",
    message: text(
      `С базовой организацией «${base}» на этот срок уже есть договор`,
      `There is already an agreement with "${base}" for this term`,
    ),
    hints: [
      text("Проверьте сторону договора: возможно, указана не та школа", "Check the party: it may be the wrong school"),
    ],
    related: [
      { record: first, pointer: "", message: text("другой договор с той же организацией", "the other agreement") },
    ],
    actual: base,
  };
}

/** A school belongs to one district, a base school leads one, and the centre none. */
export const oneDistrict: RecordRule = {
  code: "TRC2113",
  validations: ["V10"],
  severity: "error",
  why: text(
    "Школа закреплена за одним округом, округ возглавляет одна базовая школа, и это не сам центр",
    "A school belongs to one district, led by one base school that is not the centre",
  ),
  norm: "Положение, раздел 3",
  example: {
    file: "districts/uchebnovskiy.yaml",
    wrong: "schools: [school-polyana, school-rodniki]",
    right: "schools: [school-polyana, school-klyuchi]",
  },
  *check(facts): Iterable<Finding> {
    const seen = new Map<string, { readonly record: ContentRecord; readonly pointer: string }>();
    for (const record of facts.all("districts")) {
      const base = string(record.data["base"]);
      if (base === "centre")
        yield {
          record,
          pointer: "/base",
          message: text("Округ возглавляет сам центр", "The centre itself leads the district"),
          hints: [text("Укажите базовую школу", "Name a base school")],
          actual: "centre",
        };
      const members = [
        ...(base === undefined ? [] : [{ id: base, pointer: "/base" }]),
        ...strings(record.data["schools"]).map((id, index) => ({ id, pointer: `/schools/${index}` })),
      ];
      for (const { id, pointer } of members) {
        const first = seen.get(id);
        if (first === undefined) {
          seen.set(id, { record, pointer });
          continue;
        }
        if (first.record !== record && apart(first.record, record)) continue;
        yield {
          record,
          pointer,
          message: text(
            `Школа «${id}» уже входит в округ «${first.record.id}»`,
            `The school "${id}" already belongs to "${first.record.id}"`,
          ),
          hints: [text("Оставьте школу в одном округе", "Keep the school in one district")],
          related: [{ ...first, message: text("здесь она указана первый раз", "it stands here first") }],
          actual: id,
        };
      }
    }
  },
};

/** True when the two districts never exist on one day. */
function apart(a: ContentRecord, b: ContentRecord): boolean {
  const from = (record: ContentRecord): string => day(record.data["from"]) ?? "0000";
  const to = (record: ContentRecord): string => day(record.data["to"]) ?? "9999";
  return to(a) < from(b) || to(b) < from(a);
}
