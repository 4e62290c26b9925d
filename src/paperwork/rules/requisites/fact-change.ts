import { type FactStep, factSteps, withSteps } from "../../amendments/index.ts";
import { type Dossier, faultsOfData } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, type Text, text } from "../rule.ts";

/** What names a document does not change with it. */
const FIXED = new Set(["kind", "number", "date", "issuer", "plan"]);

/** A change of facts that an amending record makes fits the record it changes, and leaves it right. */
export const factChange: RecordRule = {
  code: "TRC2280",
  title: text("Изменение сведений не ложится на запись", "A change of facts does not fit the record"),
  validations: ["V29"],
  why: text(
    "С дня изменения другие документы и проверки берут новые сведения; взять можно только то, что в записи есть или может быть",
    "From the day of the change other documents and checks take the new facts: only what the record has, or may have",
  ),
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong:
      'amends: [{order: 87-od-2025, facts: [{at: cordinator, set: sedyh-ln}], changes: [{clause: "1", action: replace, text: Назначить координатором Седых Л. Н.}]}]',
    right:
      'amends: [{order: 87-od-2025, facts: [{at: coordinator, set: sedyh-ln}], changes: [{clause: "1", action: replace, text: Назначить координатором Седых Л. Н.}]}]',
  },
  *check(facts): Iterable<Finding> {
    const { dossier } = facts;
    const steps = factSteps(dossier);
    for (const target of new Set(steps.map((step) => step.target)))
      yield* faultsIn(
        dossier,
        steps.filter((step) => step.target === target),
      );
    yield* leftBehind(facts);
    yield* unsaid(facts);
  },
};

/** A row of those who answer is changed in words alone: the record goes on naming the former ones. */
function* unsaid(facts: Facts): Iterable<Finding> {
  for (const record of facts.all("orders"))
    for (const [index, { order, changes = [], facts: own }] of (record.data.amends ?? []).entries()) {
      const amended = facts.find("orders", order);
      const change = changes.findIndex(
        ({ row, annex, action }) => row !== undefined && annex === undefined && action !== undefined,
      );
      if (amended?.data.responsibilities === undefined || own !== undefined || change === -1) continue;
      yield {
        record,
        pointer: `/amends/${index}/changes/${change}/row`,
        severity: "warning",
        message: text(
          `Строка таблицы ответственных в ${facts.named(amended)} изменена, а в записи ответственные прежние`,
          `A row of those who answer in ${facts.named(amended)} is changed, its record goes on naming the former ones`,
        ),
        hints: text(
          "Добавьте рядом с changes: facts: [{at: responsibilities/НАПРАВЛЕНИЕ, remove: true}] – или set: с новыми сведениями",
          "Add beside changes: facts: [{at: responsibilities/DIRECTION, remove: true}], or set with the new facts",
        ),
        related: {
          record: amended,
          pointer: "/responsibilities",
          message: text("ответственные по записи", "those who answer by the record"),
        },
      };
    }
}

/** An act that changes facts is amended in its words, and its facts stay as they were. */
function* leftBehind(facts: Facts): Iterable<Finding> {
  for (const record of facts.all("orders"))
    for (const [index, { order, changes = [], facts: own }] of (record.data.amends ?? []).entries()) {
      const amended = facts.find("orders", order);
      const change = changes.findIndex(({ action }) => action === "delete" || action === "replace");
      const stated = amended?.data.amends?.findIndex((one) => (one.facts ?? []).length > 0) ?? -1;
      if (amended === undefined || own !== undefined || change === -1 || stated === -1) continue;
      const [{ at = "" } = {}] = amended.data.amends?.[stated]?.facts ?? [];
      const place = `amends/${amended.data.amends?.[stated]?.order ?? "…"}/facts/${at}`;
      yield {
        record,
        pointer: `/amends/${index}/changes/${change}`,
        severity: "warning",
        message: text(
          `${facts.named(amended)} меняет не только слова, но и сведения; слова здесь изменены, а сведения останутся прежними`,
          `${facts.named(amended)} changes facts beside words; its words are changed here, its facts stay as they were`,
        ),
        hints: text(
          `Добавьте рядом с changes: facts: [{at: ${place}, remove: true}] – или set с новым значением`,
          `Add beside changes: facts: [{at: ${place}, remove: true}], or set with the new value`,
        ),
        related: {
          record: amended,
          pointer: `/amends/${stated}/facts`,
          message: text("сведения, которые он меняет", "the facts that it changes"),
        },
      };
    }
}

function* faultsIn(dossier: Dossier, steps: readonly FactStep[]): Iterable<Finding> {
  for (const [index, step] of steps.entries()) {
    const { act, pointer, change, target } = step;
    const related = { record: target, pointer: "", message: text("изменяемая запись", "the amended record") };
    const at = { record: act, related };
    if (FIXED.has(change.at)) {
      yield { ...at, pointer: `${pointer}/at`, ...fixed(change.at) };
      continue;
    }
    const before = withSteps(target, steps.slice(0, index)).data;
    const { data, faults } = withSteps({ data: before }, [step]);
    const [fault] = faults;
    if (fault !== undefined) {
      const { step: name, known } = fault.fault;
      yield { ...at, pointer: `${pointer}/at`, actual: name, ...nowhere(name, known) };
      continue;
    }
    const known = new Set(faultsOfData(dossier, target, before).map(({ ru }) => ru));
    const [wrong] = faultsOfData(dossier, target, data).filter(({ ru }) => !known.has(ru));
    if (wrong !== undefined) yield { ...at, pointer: `${pointer}/${"set" in change ? "set" : "at"}`, ...unlike(wrong) };
    const other = steps
      .slice(0, index)
      .find((one) => one.act !== act && one.from === step.from && touches(one.change.at, change.at));
    if (other !== undefined)
      yield {
        record: act,
        pointer: `${pointer}/at`,
        severity: "warning",
        message: text(
          "То же место с того же дня меняет и другой документ",
          "Another document changes the same place from the same day",
        ),
        hints: text(
          "Оставьте одно изменение или разведите дни: from",
          "Leave one of the changes, or set their days apart: from",
        ),
        related: {
          record: other.act,
          pointer: `${other.pointer}/at`,
          message: text("другое изменение", "the other change"),
        },
      };
  }
}

/** One place is the other, or lies in it. */
function touches(a: string, b: string): boolean {
  return `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
}

function nowhere(step: string, known: readonly string[]): { readonly message: Text; readonly hints: Text } {
  const there = known.slice(0, 12).join(", ");
  return {
    message: text(`В записи нет «${step}»`, `The record has no “${step}”`),
    hints: text(
      `Есть: ${there === "" ? "ничего" : there}; новая строка приносит своё имя: последняя часть at – имя строки в set`,
      `There is: ${there === "" ? "nothing" : there}; a new item brings its name: the last part of at is the name of the item in set`,
    ),
  };
}

function unlike({ ru, en }: Text): { readonly message: Text; readonly hints: Text } {
  return {
    message: text(`С этим изменением запись неверна: ${ru}`, `With this change the record is wrong: ${en}`),
    hints: text(
      "Напишите в set то, что могло бы стоять в самой записи",
      "Write in set what might stand in the record itself",
    ),
  };
}

function fixed(at: string): { readonly message: Text; readonly hints: Text } {
  return {
    message: text(`«${at}» у документа не меняют`, `“${at}” of a document is not changed`),
    hints: text(
      "Издайте новый документ, прежний признайте утратившим силу",
      "Issue a new document and revoke the earlier one",
    ),
  };
}
