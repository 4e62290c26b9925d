import { matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { meantBy, NAMED_PERSON, peopleByBeginning } from "./named-person.ts";

/** A person whom a text names by surname and initials has those of the record. */
export const personInText: RecordRule = {
  code: "TRC2242",
  title: text("У лица в тексте другие инициалы", "A person is named with other initials"),
  validations: ["V24"],
  severity: "warning",
  why: text(
    "С такой фамилией в записях есть только лицо с другими инициалами: чаще всего это опечатка",
    "The records have only a person of that surname with other initials: most likely it is a slip",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: поручить подготовку Луговой О.П.",
    right: "items:\n  - text: поручить подготовку Луговой О.Л.",
  },
  *check(facts): Iterable<Finding> {
    const people = peopleByBeginning(facts);
    for (const { record } of facts.documents)
      for (const { found, place } of matchesIn(record, NAMED_PERSON)) {
        const { initials, surname, same } = meantBy(found, people);
        // A half of a double surname is somebody's whole one; with one of the two initials it is rather a slip.
        const person = same.find(({ forms, initials: own }) => forms().get(surname) || sharesOne(own, initials));
        // One initial of two is no other person.
        if (person === undefined || same.some((one) => one.initials.startsWith(initials))) continue;
        const right = [...person.initials].map((letter) => `${letter}.`).join("");
        yield {
          ...place,
          message: text(
            `«${found[0]}»: в записях это ${person.name} (${right})`,
            `“${found[0]}”: the records have “${person.name}” (“${right}”)`,
          ),
          hints: text(
            "Исправьте инициалы; если это другое лицо, снимите замечание",
            "Correct the initials; if it is somebody else, waive the finding",
          ),
        };
      }
  },
};

function sharesOne(own: string, initials: string): boolean {
  return [...own].some((letter, index) => letter === initials[index]);
}
