import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, type Spot, text } from "../rule.ts";
import { day, fields, items, list, shortDate } from "../values.ts";

type DatedSpot = Spot & { readonly date: string };

/** Official documents are dated by working days. */
export const documentDayOff: RecordRule = {
  code: "TRC2121",
  validations: ["V14"],
  severity: "warning",
  why: text(
    "Документ, подписанный в нерабочий день, вызывает вопросы при проверке",
    "A document signed on a day off raises questions",
  ),
  norm: "ТК РФ, статьи 111, 112; производственный календарь",
  example: { file: "orders/2025/112-od-2025.yaml", wrong: "date: 2025-11-04", right: "date: 2025-11-06" },
  *check(facts): Iterable<Finding> {
    for (const { record, date, pointer } of facts.documents) {
      if (record.collection === "regulations") continue;
      const reason = facts.calendar.dayOff(date);
      if (reason === null || reason === "unknown") continue;
      yield {
        record,
        pointer,
        message: text(`${shortDate(date)} – нерабочий день (${reason})`, `${date} is a day off`),
        hints: nextDay(facts, date),
        actual: date,
      };
    }
  },
};

/** A task is due on a working day. */
export const dueDayOff: RecordRule = {
  code: "TRC2138",
  validations: ["V42"],
  severity: "warning",
  why: text(
    "Срок, который кончается в нерабочий день, по общему правилу переходит на следующий рабочий",
    "A term that ends on a day off passes to the next working day",
  ),
  norm: "ГК РФ, статья 193",
  example: {
    file: "agreements/1-2025-trc.yaml",
    wrong:
      "reportDue:\n  - {title: отчёт за первое полугодие, due: 2026-01-31}\n  - {title: годовой отчёт, due: 2026-06-15}",
    right:
      "reportDue:\n  - {title: отчёт за первое полугодие, due: 2026-01-30}\n  - {title: годовой отчёт, due: 2026-06-15}",
  },
  *check(facts): Iterable<Finding> {
    for (const { date, ...spot } of dueDates(facts)) {
      const reason = facts.calendar.dayOff(date);
      if (reason === null || reason === "unknown") continue;
      yield {
        ...spot,
        message: text(
          `Срок ${shortDate(date)} выпадает на нерабочий день (${reason})`,
          `The term ${date} falls on a day off`,
        ),
        hints: nextDay(facts, date),
        actual: date,
      };
    }
  },
};

/** Nothing is due before the document that says so. */
export const dueBeforeDocument: RecordRule = {
  code: "TRC2137",
  validations: ["V41"],
  severity: "error",
  why: text("Поручение нельзя исполнить раньше, чем оно дано", "A task cannot be done before it is given"),
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong:
      "items:\n  - text: принять заявки на участие в конференции\n    due: 2025-11-04\n    assignees: [solovey-gs]",
    right:
      "items:\n  - text: принять заявки на участие в конференции\n    due: 2025-12-04\n    assignees: [solovey-gs]",
  },
  *check(facts): Iterable<Finding> {
    for (const { date, ...spot } of dueDates(facts)) {
      const made = day(spot.record.data["date"]);
      if (made === undefined || date >= made) continue;
      yield {
        ...spot,
        message: text(
          `Срок ${shortDate(date)} раньше даты документа (${shortDate(made)})`,
          `The term ${date} is before the document (${made})`,
        ),
        hints: [text("Проверьте месяц и год срока", "Check the month and the year of the term")],
        related: [{ record: spot.record, pointer: "/date", message: text("дата документа", "date of the document") }],
        actual: date,
      };
    }
  },
};

/** Without a calendar of the year nobody can tell a working day: say so, once a year. */
export const unknownCalendar: RecordRule = {
  code: "TRC2122",
  validations: ["V14", "V42"],
  severity: "warning",
  why: text(
    "Без производственного календаря года не проверить, рабочий ли день",
    "Without the calendar of the year a working day cannot be told",
  ),
  norm: "ТК РФ, статья 112",
  example: {
    file: "agreements/1-2025-trc.yaml",
    wrong: "reportDue: [{title: годовой отчёт, due: 2031-06-16}]",
    right: "reportDue: [{title: годовой отчёт, due: 2026-06-15}]",
  },
  *check(facts): Iterable<Finding> {
    const told = new Set<string>();
    const spots = [...facts.documents, ...dueDates(facts)].sort((a, b) => (a.date < b.date ? -1 : 1));
    for (const { record, pointer, date } of spots) {
      const year = date.slice(0, 4);
      if (told.has(year) || facts.calendar.dayOff(date) !== "unknown") continue;
      told.add(year);
      yield {
        record,
        pointer,
        message: text(`Рабочий календарь на ${year} год неизвестен`, `There is no working calendar for ${year}`),
        hints: [
          text(
            `Создайте calendar/${year}.yaml: year: ${year}, source – чем утверждён, holidays и transfers – праздники и переносы`,
            `Create calendar/${year}.yaml with year, source, holidays and transfers`,
          ),
        ],
        actual: year,
      };
    }
  },
};

/** Every day by which something must be done. */
function* dueDates(facts: Facts): Iterable<DatedSpot> {
  for (const record of [...facts.all("orders"), ...facts.all("agreements")]) {
    for (const name of ["tasks", "items", "reportDue"]) {
      for (const { pointer, fields: item } of items(record.data, name)) {
        const date = day(item["due"]);
        if (date !== undefined) yield { record, pointer: `${pointer}/due`, date };
      }
    }
    for (const [index, value] of list(record.data["reportData"]).entries()) {
      const date = day(value);
      if (date !== undefined) yield { record, pointer: `/reportData/${index}`, date };
    }
  }
}

function nextDay(facts: Facts, date: string): Finding["hints"] {
  const next = facts.calendar.nextWorking(date);
  return next === null
    ? [text("Возьмите рабочий день", "Take a working day")]
    : [text(`Ближайший рабочий день: ${next}`, `Next working day: ${next}`)];
}

/** No document is dated after the day of the check. Only when that day is given. */
export const futureDate: RecordRule = {
  code: "TRC2120",
  validations: ["V15"],
  severity: "error",
  why: text("Подписанный документ не может быть датирован будущим днём", "A signed document cannot bear a future date"),
  example: { file: "orders/2025/112-od-2025.yaml", wrong: "date: 2036-11-06", right: "date: 2025-11-06" },
  *check(facts): Iterable<Finding> {
    if (facts.today === null) return;
    for (const { record, date, pointer } of facts.documents) {
      if (date <= facts.today || record.collection === "regulations") continue;
      yield {
        record,
        pointer,
        message: text(
          `Дата ${shortDate(date)} ещё не наступила (сегодня ${shortDate(facts.today)})`,
          `${date} is still to come (today is ${facts.today})`,
        ),
        hints: [
          text(
            "Проверьте год; проект документа датируют днём подписания",
            "Check the year; a draft is dated when it is signed",
          ),
        ],
        actual: date,
      };
    }
  },
};

/** Sheets of approval: nobody approves after the signing, no remark stays open. */
export const approvalDates: RecordRule = {
  code: "TRC2144",
  validations: ["V52"],
  severity: "error",
  why: text(
    "Документ подписывают после того, как его согласовали все",
    "A document is signed after everybody has approved it",
  ),
  norm: "ГОСТ Р 7.0.97, реквизиты 20, 21",
  example: {
    file: "documents/approval-1-2025.yaml",
    wrong: "rows:\n  - {person: tihaya-ev, date: 2025-09-18, decision: agreed}",
    right: "rows:\n  - {person: tihaya-ev, date: 2025-09-08, decision: agreed}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.ofKind("documents", "approval-sheet")) {
      const subject = fields(record.data["subject"]);
      const target = (["order", "agreement", "regulation", "plan"] as const)
        .map((name) => facts.dated(facts.find(`${name}s`, subject[name])))
        .find((found) => found !== undefined);
      if (target === undefined) continue;
      for (const { pointer, fields: row } of items(record.data, "rows")) {
        const date = day(row["date"]);
        if (date === undefined || date <= target.date) continue;
        yield {
          record,
          pointer: `${pointer}/date`,
          message: text(
            `Согласовано ${shortDate(date)}, а документ подписан раньше – ${shortDate(target.date)}`,
            `Approved on ${date}, after the document was signed on ${target.date}`,
          ),
          hints: [text(`Дата визы – не позднее ${target.date}`, `The approval is not later than ${target.date}`)],
          related: [
            {
              record: target.record,
              pointer: target.pointer,
              message: text("дата согласованного документа", "date of the approved document"),
            },
          ],
          actual: date,
        };
      }
    }
  },
};

/** A remark is settled before the signing. */
export const openRemark: RecordRule = {
  code: "TRC2145",
  validations: ["V52"],
  severity: "error",
  why: text("Документ с неснятым замечанием подписывать нельзя", "A document with an open remark must not be signed"),
  example: {
    file: "documents/approval-1-2025.yaml",
    wrong: "rows:\n  - {person: kuznets-mr, date: 2025-09-08, remark: уточнить сроки, decision: with-remarks}",
    right:
      "rows:\n  - {person: kuznets-mr, date: 2025-09-08, remark: уточнить сроки, decision: with-remarks, settled: 2025-09-09}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.ofKind("documents", "approval-sheet")) {
      for (const { pointer, fields: row } of items(record.data, "rows")) {
        if (row["decision"] !== "with-remarks" || row["settled"] !== undefined) continue;
        yield {
          record,
          pointer: `${pointer}/decision`,
          message: text(
            `Замечание не снято: ${facts.fullName(row["person"])}`,
            `The remark of ${facts.fullName(row["person"])} is open`,
          ),
          hints: [
            text(
              "Когда замечание учтут, добавьте в строку день: settled: 2025-09-09",
              "When it is settled, add the day: settled: 2025-09-09",
            ),
          ],
        };
      }
    }
  },
};

/** The committee agrees to a plan before the head approves it. */
export const planAgreed: RecordRule = {
  code: "TRC2161",
  validations: ["V52"],
  severity: "warning",
  why: text("План утверждают после согласования", "A plan is approved after it is agreed"),
  norm: "ГОСТ Р 7.0.97, реквизит 20",
  example: {
    file: "plans/2025-2026.yaml",
    wrong: "agreed: {person: orehov-sd, date: 2025-09-15}",
    right: "agreed: {person: orehov-sd, date: 2025-09-11}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("plans")) {
      const agreed = day(fields(record.data["agreed"])["date"]);
      const approved = day(fields(record.data["approved"])["date"]);
      if (agreed === undefined || approved === undefined || agreed <= approved) continue;
      yield {
        record,
        pointer: "/agreed/date",
        message: text(
          `План согласован ${shortDate(agreed)}, позже утверждения (${shortDate(approved)})`,
          `The plan was agreed on ${agreed}, after its approval on ${approved}`,
        ),
        hints: [text(`Согласуют не позднее ${approved}`, `It is agreed not later than ${approved}`)],
        related: [{ record, pointer: "/approved/date", message: text("дата утверждения", "date of approval") }],
        actual: agreed,
      };
    }
  },
};
