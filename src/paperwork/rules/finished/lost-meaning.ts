import { inlinesText } from "../../document/index.ts";
import { recordAs } from "../../records/index.ts";
import { type DocumentRule, type FindingIn, located, type Text, text } from "../rule.ts";
import { amendedSection } from "./amended-clause.ts";
import { treeTexts } from "./tree-text.ts";

const DEFINITION = /\(далее[\s\u00a0]+–[\s\u00a0]+([^()]+)\)/gu;
/** «с 08.09.2025 по 31.08.2026»: the term that other clauses mean by «тот же срок». */
const TERM = /(?<!\p{L})(?:с|по|до)[\s\u00a0]+\d/iu;
const SAME_TERM = /(?<!\p{L})тот[\s\u00a0]+же[\s\u00a0]+срок(?!\p{L})/iu;

/** New words of a clause keep what the rest of the amended order lives on: the names that it introduces, the term that others refer to. */
export const lostMeaning: DocumentRule = {
  code: "TRC2509",
  title: text("Новая редакция пункта ломает остальной приказ", "The new words of a clause break the rest of the order"),
  validations: ["V29"],
  severity: "warning",
  why: text(
    "На сокращение и на срок, введённые изменяемым пунктом, ссылаются другие пункты: без них поручения повисают",
    "Other clauses refer to the abbreviation and the term that the amended clause brings in",
  ),
  norm: "Правила подготовки нормативных актов",
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong:
      'amends: [{order: 87-od-2025, changes: [{clause: "1", action: replace, text: Назначить координатором заместителя директора}]}]',
    right:
      'amends: [{order: 87-od-2025, changes: [{clause: "1", action: replace, text: Назначить заместителя директора координатором (далее – координатор) по 31.08.2026}]}]',
  },
  *checkDocument({ record, others }): Iterable<FindingIn> {
    for (const [at, { order, changes }] of located(recordAs(record, "orders")?.data.amends, "/amends")) {
      const target = others.find(
        ({ record: one, model }) => one.collection === "orders" && one.id === order && one.kind === model.meta.kind,
      );
      if (target === undefined) continue;
      for (const [pointer, { clause, annex, action, text: words = "" }] of located(changes, `${at}/changes`)) {
        const blocks = amendedSection(target.model, annex)?.blocks ?? [];
        const old = blocks.find((block) => block.type === "clause" && block.label.replace(/\.$/, "") === clause);
        if (old?.type !== "clause" || action === "add") continue;
        const was = inlinesText(old.inlines);
        const elsewhere = treeTexts(target.model)
          .map((one) => one.text)
          .filter((one) => one !== was);
        const lost = [...lostNames(was, words, elsewhere), ...lostTerm(was, words, elsewhere)];
        for (const message of lost)
          yield {
            pointer: words === "" ? `${pointer}/clause` : `${pointer}/text`,
            message,
            hints: text("Повторите это в новой редакции пункта", "Say it in the new words of the clause, too"),
            related: { record: target.record, pointer: "", message: text("изменяемый приказ", "the amended order") },
          };
      }
    }
  },
};

function lostNames(was: string, words: string, elsewhere: readonly string[]): Text[] {
  const kept = new Set(namesIn(words));
  return namesIn(was)
    .filter((name) => !kept.has(name) && elsewhere.some((one) => one.toLowerCase().includes(name.slice(0, -1))))
    .map((name) =>
      text(
        `Пункт вводил сокращение «${name}», другие пункты его употребляют, а в новой редакции его нет`,
        `The clause brought in the abbreviation "${name}", other clauses use it, and the new words do not bring it in`,
      ),
    );
}

/** Names that a text introduces, as they are compared: «(далее – Координатор)» → «координатор». */
function namesIn(words: string): string[] {
  return [...words.matchAll(DEFINITION)].map(([, name = ""]) => name.replace(/[\s\u00a0]+/g, " ").toLowerCase());
}

function lostTerm(was: string, words: string, elsewhere: readonly string[]): Text[] {
  if (!TERM.test(was) || TERM.test(words) || !elsewhere.some((one) => SAME_TERM.test(one))) return [];
  return [
    text(
      "Пункт называл срок, другие пункты действуют «на тот же срок», а в новой редакции срока нет",
      "The clause named a term, other clauses last “as long”, and the new words name none",
    ),
  ];
}
