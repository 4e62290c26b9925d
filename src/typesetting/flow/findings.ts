import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC5101: {
    title: text("Мера профиля пропущена или неверна", "A measure of the profile is missing or wrong"),
    why: text(
      "Профиль описывает все меры документа; без одной из них или с такой, какой не бывает, его не напечатать",
      "A profile describes every measure of a document; without one, or with one that cannot be, it cannot be printed",
    ),
    example: { wrong: "widowLines: две", right: "widowLines: 2" },
  },
  TRC5102: {
    title: text("Нет такого профиля или варианта", "There is no such profile or variant"),
    why: text(
      "Вариант назван в kind.yaml (variant) и описан в профиле (variants)",
      "kind.yaml names a variant (variant), the profile describes it (variants)",
    ),
    example: { wrong: "variant: ordr", right: "variant: order" },
  },
  TRC5103: {
    title: text("Меры с таким именем в профиле не бывает", "A profile has no such measure"),
    why: text("Мера с опечаткой молча не подействовала бы", "A misspelt measure would silently have no effect"),
    example: { wrong: "mirorMargins: false", right: "mirrorMargins: false" },
  },
  TRC5104: {
    title: text("Профиль назван не так, как его файл", "A profile is not called like its file"),
    why: text(
      "Профиль находят по имени файла; два профиля с одним именем (id) подменяли бы друг друга",
      "A profile is found by the name of its file; of two with one id either could stand for the other",
    ),
    message: (id: string, stem: string) =>
      text(`Профиль «${id}» лежит в файле ${stem}.yaml`, `The profile "${id}" lies in the file ${stem}.yaml`),
    hints: (id: string, stem: string) =>
      text(
        `Напишите id: ${stem} или переименуйте файл в ${id}.yaml`,
        `Write id: ${stem}, or rename the file to ${id}.yaml`,
      ),
    example: { wrong: "profiles/office.yaml: id: gost-2025", right: "profiles/office.yaml: id: office" },
  },
});
