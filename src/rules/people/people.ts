import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, type Spot, text } from "../rule.ts";
import { day, fields, items, list, partiesOf, shortDate, string, strings } from "../values.ts";

/** Gender and patronymic agree. */
export const genderOfPatronymic: RecordRule = {
  code: "TRC2132",
  validations: ["V35"],
  severity: "error",
  why: text(
    "От пола зависят все падежи имени и слова «действующей», «назначена»",
    "All cases of the name and the words that agree depend on the gender",
  ),
  example: { file: "people/melnik-ab.yaml", wrong: "gender: masculine", right: "gender: feminine" },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("people")) {
      const patronymic = string(record.data["patronymic"]);
      const gender = record.data["gender"];
      const shown = patronymic === undefined ? null : genderOf(patronymic);
      if (shown === null || typeof gender !== "string" || gender === shown) continue;
      yield {
        record,
        pointer: "/gender",
        message: text(
          `Пол не согласуется с отчеством «${patronymic}»`,
          `The gender does not agree with the patronymic "${patronymic}"`,
        ),
        hints: [
          text(
            `Напишите: gender: ${shown} – или исправьте отчество`,
            `Write: gender: ${shown}, or mend the patronymic`,
          ),
        ],
        related: [{ record, pointer: "/patronymic", message: text("отчество", "the patronymic") }],
        actual: gender,
        expected: shown,
      };
    }
  },
};

function genderOf(patronymic: string): "masculine" | "feminine" | null {
  const lower = patronymic.toLowerCase();
  if (/(вич|ьич|мич|ич|[ -]оглы|[ -]улы|[ -]уулу)$/.test(lower)) return "masculine";
  if (/(вна|чна|шна|[ -]кызы|[ -]гызы)$/.test(lower)) return "feminine";
  return null;
}

/** Whoever signs or approves holds the post on that day. */
export const signatoryPost: RecordRule = {
  code: "TRC2133",
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
      if (
        head
          ? facts.isHead(organisation, person, date)
          : facts.isHead(organisation, person, date) || facts.employed(person, organisation, date)
      )
        continue;
      const right = facts.headOn(organisation, date);
      yield {
        ...spot,
        message: text(
          `${facts.fullName(person)} ${shortDate(date)} не ${head ? "возглавляет организацию" : "работает в организации"} «${organisation}»`,
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
  const committee = facts.centre?.data["committee"];
  for (const record of facts.all("orders"))
    yield* signer(record, "/signatory", record.data["signatory"], record.data["issuer"], record.data["date"], false);
  for (const record of facts.all("reports"))
    yield* signer(record, "/signatory", record.data["signatory"], "centre", record.data["date"], false);
  for (const record of [...facts.all("plans"), ...facts.ofKind("documents", "case-nomenclature")]) {
    const approved = fields(record.data["approved"]);
    const agreed = fields(record.data["agreed"]);
    yield* signer(record, "/approved/person", approved["person"], "centre", approved["date"], true);
    yield* signer(record, "/agreed/person", agreed["person"], committee, agreed["date"], false);
  }
  for (const record of facts.all("agreements")) {
    for (const { pointer, party } of partiesOf(record.data)) {
      yield* signer(
        record,
        `${pointer}/representative`,
        party["representative"],
        party["organisation"],
        record.data["date"],
        false,
      );
    }
  }
}

type Mention = { readonly pointer: string; readonly id: string };

/** People that an order gives something to do. */
function mentioned({ data }: ContentRecord): Mention[] {
  const found: Mention[] = [];
  const add = (pointer: string, id: unknown): void => {
    if (typeof id === "string" && id !== "self") found.push({ pointer, id });
  };
  add("/coordinator", data["coordinator"]);
  add("/responsible", data["responsible"]);
  for (const { pointer, fields: one } of items(data, "responsibilities")) {
    add(`${pointer}/person`, one["person"]);
    add(`${pointer}/deputy`, one["deputy"]);
  }
  for (const { pointer, fields: one } of items(data, "items"))
    for (const [index, id] of list(one["assignees"]).entries()) add(`${pointer}/assignees/${index}`, id);
  for (const { pointer, fields: one } of items(data, "consultations")) add(`${pointer}/person`, one["person"]);
  add("/control", data["control"]);
  return found;
}

/** An order gives tasks to those who work in the organisation on its day. */
export const notEmployed: RecordRule = {
  code: "TRC2134",
  validations: ["V36"],
  severity: "warning",
  why: text(
    "Поручить и возложить контроль можно на работника организации: уволенный или чужой работник приказ не исполнит",
    "Only those who work in the organisation can be given tasks",
  ),
  norm: "ТК РФ, статья 22",
  example: { file: "orders/2025/119-od-2025.yaml", wrong: "control: zhuk-ayu", right: "control: lugovaya-ol" },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("orders")) {
      const date = day(record.data["date"]);
      const issuer = string(record.data["issuer"]);
      if (date === undefined || issuer === undefined) continue;
      const told = new Set<string>();
      for (const { pointer, id } of mentioned(record)) {
        if (told.has(id) || facts.find("people", id) === undefined) continue;
        if (facts.employed(id, issuer, date) || facts.isHead(issuer, id, date)) continue;
        told.add(id);
        yield {
          record,
          pointer,
          message: text(
            `${facts.fullName(id)} ${shortDate(date)} не работает в организации «${issuer}»`,
            `${facts.fullName(id)} has no post in "${issuer}" on ${date}`,
          ),
          hints: [
            text("Проверьте лицо и сроки его должностей (positions)", "Check the person and the terms of the posts"),
          ],
          related: [
            {
              record: facts.find("people", id) ?? record,
              pointer: "/positions",
              message: text("должности этого лица", "posts of the person"),
            },
          ],
          actual: id,
        };
      }
    }
  },
};

/** Everybody whom an order concerns gets acquainted with it. */
export const acquaintance: RecordRule = {
  code: "TRC2143",
  validations: ["V51"],
  severity: "error",
  why: text(
    "С приказом знакомят под подпись всех, кому он что-то поручает",
    "Everybody whom an order concerns signs that he has read it",
  ),
  norm: "ТК РФ, статьи 22, 68",
  example: {
    file: "orders/2025/91-od-2025.yaml",
    wrong: "acknowledge: [lugovaya-ol]",
    right: "acknowledge: [lugovaya-ol, remchuk-pi]",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("orders")) {
      const known = new Set(strings(record.data["acknowledge"]));
      const absent = [...new Set(mentioned(record).map(({ id }) => id))].filter((id) => !known.has(id));
      if (absent.length === 0) continue;
      const complete = [...known, ...absent];
      yield {
        record,
        pointer: known.size > 0 ? "/acknowledge" : (mentioned(record)[0]?.pointer ?? ""),
        key: true,
        message: text(
          `В листе ознакомления нет: ${absent.map((id) => facts.fullName(id)).join(", ")}`,
          `Missing from the acquaintance list: ${absent.map((id) => facts.fullName(id)).join(", ")}`,
        ),
        hints: [
          text(`Напишите: acknowledge: [${complete.join(", ")}]`, `Write: acknowledge: [${complete.join(", ")}]`),
        ],
        related: mentioned(record)
          .filter(({ id }) => absent.includes(id))
          .slice(0, 3)
          .map(({ pointer }) => ({
            record,
            pointer,
            message: text("здесь лицу дано поручение", "the person is given a task here"),
          })),
        expected: complete.join(", "),
      };
    }
  },
};
