import { suggest } from "../../../base/diagnostics/index.ts";
import { activityForms } from "../../facts/index.ts";
import { type Finding, type Location, located, type RecordRule, text } from "../rule.ts";

/** A form of activities is one that the program knows or the centre has named. */
export const unknownForm: RecordRule = {
  code: "TRC2176",
  title: text("Такой формы мероприятий у центра нет", "The centre has no such form of activities"),
  validations: ["V58"],
  severity: "warning",
  why: text(
    "Форма печатается в плане и отчёте, по ней считаются показатели; слово с опиской станет ещё одной формой",
    "A form is printed in the plan and the report, and indicators count by it; a misspelt word would be one more form",
  ),
  example: {
    file: "activities/2025-2026/creativity-contest.yaml",
    wrong: "form: канкурс",
    right: "form: конкурс",
  },
  *check(facts): Iterable<Finding> {
    const forms = activityForms(facts.dossier);
    const used: [string | undefined, Location][] = [
      ...[...facts.all("activities"), ...facts.all("results")].map((record): [string | undefined, Location] => [
        record.data.form,
        { record, pointer: "/form" },
      ]),
      ...facts
        .all("plans")
        .flatMap((record) =>
          located(record.data.indicators, "/indicators").map(
            ([pointer, { measure }]): [string | undefined, Location] => [
              measure?.form,
              { record, pointer: `${pointer}/measure/form` },
            ],
          ),
        ),
    ];
    for (const [form, place] of used) {
      if (form === undefined || forms.has(form)) continue;
      const [near] = suggest(form, [...forms.values()], 1);
      const meant = [...forms].find(([, words]) => words === (near ?? form.toLowerCase()))?.[0];
      const line = `activityForms: [${form}]`;
      yield {
        ...place,
        message: text(
          `Формы «${form}» нет среди форм мероприятий центра`,
          `«${form}» is none of the centre's forms of activities`,
        ),
        hints: [
          ...(meant === undefined
            ? []
            : [text(`Возможно, это form: ${meant}`, `Perhaps this is meant: form: ${meant}`)]),
          text(
            `Если форма своя, назовите её в settings.yaml: ${line}`,
            `If it is your own, name it in settings.yaml: ${line}`,
          ),
        ],
      };
    }
  },
};
