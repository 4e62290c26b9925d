import { each, type RecordRule, text } from "../rule.ts";

/** Names are whole words with one capital each. */
export const formOfName: RecordRule = {
  code: "TRC2218",
  title: text("Имя записано не полностью или не теми буквами", "A name is not whole, or in wrong capitals"),
  validations: ["V34"],
  why: text(
    "Из фамилии, имени и отчества программа составляет инициалы и падежи: сокращения и прописные буквы напечатались бы как есть",
    "Initials and cases are made of the name: a short form or capitals would be printed as they are",
  ),
  example: {
    file: "people/sedyh-ln.yaml",
    wrong: "surname: Седых\ngiven: Л.\npatronymic: Николаевна",
    right: "surname: Седых\ngiven: Любовь\npatronymic: Николаевна",
  },
  check: each("people", function* ({ data }) {
    for (const key of ["surname", "given", "patronymic"] as const) {
      const name = data[key];
      if (name === undefined) continue;
      const short = /\./.test(name) || (key !== "surname" && /^\p{L}$/u.test(name));
      const capitals = /^\p{Lu}{2,}(?:-\p{Lu}+)*$/u.test(name) || /^\p{Ll}+$/u.test(name) || /\p{Ll}\p{Lu}/u.test(name);
      if (!short && !capitals) continue;
      yield {
        pointer: `/${key}`,
        message: short
          ? text(`«${name}» – не полное имя`, `"${name}" is no whole name`)
          : text(
              `«${name}»: прописной пишут первую букву`,
              `"${name}": the first letter is a capital, the others are not`,
            ),
        hints: short
          ? text("Напишите имя полностью; инициалы составит программа", "Write the whole name; initials are made of it")
          : text("Напишите имя строчными с прописной первой", "Write it with one capital in front"),
      };
    }
  }),
};
