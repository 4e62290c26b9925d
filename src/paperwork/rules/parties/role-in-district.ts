import { each, located, type RecordRule, text } from "../rule.ts";

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
  check: each("districts", function* ({ data: { base, schools } }, facts) {
    const leader = base === undefined ? [] : [["/base", base] as const];
    for (const [pointer, id] of [...leader, ...located(schools, "/schools")]) {
      const organisation = facts.find("organisations", id);
      const role = organisation?.collection === "organisations" ? organisation.data.role : undefined;
      const leads = pointer === "/base";
      if (organisation === undefined || role === undefined || (role === "base-school") === leads) continue;
      yield {
        pointer,
        message: leads
          ? text(`«${id}» – не базовая школа (role: ${role})`, `"${id}" is no base school (role: ${role})`)
          : text(
              `«${id}» – базовая школа, а не школа округа`,
              `"${id}" is a base school, not a school of the district`,
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
  }),
};
