import { asAmended } from "../../records/index.ts";
import { each, type Finding, located, type RecordRule, text } from "../rule.ts";

/** The base schools of a result and the recipient of an act are those of the activity. */
export const notOfActivity: RecordRule = {
  code: "TRC2260",
  title: text("Организация не из этого мероприятия", "An organisation that is not of the activity"),
  validations: ["V10"],
  severity: "warning",
  why: text(
    "По плану в мероприятии участвуют другие организации: одну школу указали вместо другой",
    "The plan has other organisations for the activity: one school was named instead of another",
  ),
  example: {
    file: "documents/act-1-2025.yaml",
    wrong: "recipient: base-obraztsovo\nactivity: visits-uchebnoe",
    right: "recipient: base-uchebnoe\nactivity: visits-uchebnoe",
  },
  *check(facts): Iterable<Finding> {
    yield* placedElsewhere(facts);
    const schools = new Set(
      facts.all("organisations").flatMap(({ id, data }) => (/school$/.test(data.role ?? "school") ? id : [])),
    );
    const base = new Set(facts.all("organisations").flatMap(({ id, data }) => (data.role === "base-school" ? id : [])));
    const named = [
      ...facts.all("results").flatMap((record) =>
        located(record.data.sessions, "/sessions").flatMap(([at, { bySchool }]) =>
          located(bySchool, `${at}/bySchool`).map(([pointer, { organisation }]) => ({
            record,
            pointer: `${pointer}/organisation`,
            organisation,
            beside: bySchool?.flatMap((row) => row.organisation ?? []) ?? [],
          })),
        ),
      ),
      ...facts
        .all("documents", "act")
        .map((record) => ({ record, pointer: "/recipient", organisation: record.data.recipient, beside: null })),
    ];
    for (const { record, pointer, organisation, beside } of named) {
      if (organisation === undefined || facts.find("organisations", organisation) === undefined) continue;
      const activity = facts.amended("activities", record.data.activity);
      const planned = activity?.data.baseSchools;
      // A school besides the base schools came as well; where one of them is missing it was named in its place.
      const instead = beside !== null && planned?.some((one) => !beside.includes(one)) === true;
      const other = planned !== undefined && !planned.includes(organisation) && (base.has(organisation) || instead);
      const none = record.collection === "results" && !schools.has(organisation);
      if (base.size === 0 || (!other && !none)) continue;
      yield {
        record,
        pointer,
        message: none
          ? text(`«${organisation}» – не школа`, `"${organisation}" is no school`)
          : text(
              `В мероприятии «${activity?.data.title}» школы «${organisation}» нет`,
              `The activity “${activity?.data.title}” does not have the school "${organisation}"`,
            ),
        hints: text(
          `Назовите базовую школу этого мероприятия${planned === undefined ? "" : `: ${planned.join(", ")}`}`,
          "Name a base school of the activity",
        ),
        ...(activity === undefined
          ? {}
          : {
              related: {
                record: activity,
                pointer: planned === undefined ? "" : "/baseSchools",
                message: text("мероприятие", "the activity"),
              },
            }),
      };
    }
  },
};

/** An activity takes place at the centre, at a school of its base schools' districts, or at a partner that it has. */
const placedElsewhere = each("activities", function* (record, facts) {
  const { place = "", baseSchools = [], partners = [] } = asAmended(record).data;
  const host = facts
    .all("organisations")
    .find(({ id, data }) => id !== "centre" && (data.names ?? []).some(({ short }) => short === place));
  if (host === undefined || baseSchools.length === 0) return;
  const districts = facts
    .all("districts")
    .filter(({ data: { base } }) => base !== undefined && baseSchools.includes(base));
  const known = [...baseSchools, ...partners, ...districts.flatMap(({ data }) => data.schools ?? [])];
  if (known.includes(host.id) || host.data.role === "committee" || host.data.role === "institute") return;
  yield {
    pointer: "/place",
    message: text(
      `${place} не участвует в этом мероприятии: её нет ни среди базовых школ и школ их округов, ни среди партнёров`,
      `“${place}” takes no part in the activity: it is no base school, no school of their districts and no partner`,
    ),
    hints: text(
      "Исправьте место или добавьте организацию: baseSchools, partners",
      "Correct the place, or add the organisation: baseSchools, partners",
    ),
    related: { record, pointer: "/baseSchools", message: text("базовые школы мероприятия", "its base schools") },
  };
});
