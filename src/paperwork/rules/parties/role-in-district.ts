import { each, type Finding, located, type RecordRule, text } from "../rule.ts";

/** A district is led by a base school, and other schools belong to it. */
export const roleInDistrict: RecordRule = {
  code: "TRC2222",
  title: text("Роль школы не подходит округу", "The role of a school does not suit its district"),
  validations: ["V10"],
  why: text(
    "Округ возглавляет базовая школа; остальные школы округа базовыми не являются",
    "A district is led by a base school; its other schools are none",
  ),
  example: {
    file: "districts/uchebnovskiy.yaml",
    wrong: "base: school-polyana",
    right: "base: base-uchebnoe",
  },
  *check(facts): Iterable<Finding> {
    yield* inDistricts(facts);
    yield* inApplications(facts);
    yield* inAgreements(facts);
  },
};

const inDistricts = each("districts", function* ({ data: { base, schools } }, facts) {
  const leader = base === undefined ? [] : [["/base", base] as const];
  for (const [pointer, id] of [...leader, ...located(schools, "/schools")]) {
    const organisation = facts.find("organisations", id);
    const role = organisation?.collection === "organisations" ? organisation.data.role : undefined;
    const leads = pointer === "/base";
    const suits = leads ? role === "base-school" : role === "district-school";
    if (organisation === undefined || role === undefined || suits) continue;
    yield {
      pointer,
      message: leads
        ? text(`«${id}» – не базовая школа (role: ${role})`, `"${id}" is no base school (role: ${role})`)
        : text(
            role === "base-school"
              ? `«${id}» – базовая школа, а не школа округа`
              : `«${id}» – не школа округа (role: ${role})`,
            `"${id}" is no school of a district (role: ${role})`,
          ),
      hints: leads
        ? text(
            "Укажите базовую школу или исправьте роль: role: base-school",
            "Name a base school, or correct its role: role: base-school",
          )
        : text(
            "Укажите другую школу или исправьте роль: role: district-school",
            "Name another school, or correct its role: role: district-school",
          ),
      related: { record: organisation, pointer: "/role", message: text("роль школы", "the role of the school") },
    };
  }
});

const inApplications = each(["documents", "status-application"], function* ({ data }, facts) {
  for (const [pointer, id] of located(data.baseSchools, "/baseSchools")) {
    const organisation = facts.find("organisations", id);
    if (organisation === undefined) continue;
    const role = organisation.collection === "organisations" ? organisation.data.role : "centre";
    if (role === "base-school" || role === undefined) continue;
    yield {
      pointer,
      message: text(`«${id}» – не базовая школа (role: ${role})`, `"${id}" is no base school (role: ${role})`),
      hints: text("Укажите базовую школу", "Name a base school"),
    };
  }
});

/** The district that an agreement names is led by its party. */
const inAgreements = each(["agreements", "agreement-base"], function* ({ data: { district, parties } }, facts) {
  const record = facts.find("districts", district);
  const base = record?.data.base;
  const sides = [parties?.first?.organisation, parties?.second?.organisation];
  if (record === undefined || base === undefined || sides.includes(base)) return;
  yield {
    pointer: "/district",
    message: text(
      `Округ «${record.data.name}» возглавляет «${base}», а среди сторон договора её нет`,
      `The district “${record.data.name}” is led by "${base}", which is no party of the agreement`,
    ),
    hints: text(
      "Укажите округ этой школы или исправьте сторону",
      "Name the district of this school, or correct the party",
    ),
    related: { record, pointer: "/base", message: text("базовая школа округа", "the base school of the district") },
  };
});
