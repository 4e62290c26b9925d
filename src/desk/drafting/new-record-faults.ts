import { type Diagnostic, meantOrKnown, raise, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

/** TRC9001: there is neither a kind nor a type of record of the name. */
export function unknownType(name: string, known: readonly string[]): Diagnostic {
  return raise(FINDINGS.TRC9001, {
    message: text(`Нет вида записи «${name}»`, `There is no type of record "${name}"`),
    hints: meantOrKnown(name, known),
  });
}

/** TRC9002: an option names a record that is not there. */
export function unknownRecord(option: string, id: string, known: readonly string[]): Diagnostic {
  return raise(FINDINGS.TRC9002, {
    message: text(`Ключ ${option}: нет записи «${id}»`, `Option ${option}: there is no record "${id}"`),
    hints: meantOrKnown(id, known),
  });
}

/** TRC9003: nothing can be about the record. @param meant records of the folders that it can be about, which refer to the one that was named */
export function notAbout(
  id: string,
  { folders, meant }: { readonly folders: readonly string[]; readonly meant: readonly string[] },
): Diagnostic {
  const [first] = meant;
  return raise(FINDINGS.TRC9003, {
    message: text(
      `Ключ --of: запись этого вида не может ссылаться на «${id}»`,
      `Option --of: a record of this type cannot refer to "${id}"`,
    ),
    ...(folders.length > 0 && {
      hints: [
        first === undefined
          ? text(
              `Назовите запись одной из папок: ${folders.join(", ")} – или уберите ключ --of`,
              `Name a record of one of the folders ${folders.join(", ")}, or leave out --of`,
            )
          : text(
              `Напишите: --of ${first} – эта запись говорит о «${id}»`,
              `Write: --of ${first}, which is about "${id}"`,
            ),
      ],
    }),
  });
}

/** TRC9007: `--set` names a property that no record of the kind has. */
export function strayProperty(path: string, step: string, known: readonly string[]): Diagnostic {
  return raise(FINDINGS.TRC9007, {
    message: text(
      `Ключ --set ${path}: свойства «${step}» у записи этого вида нет`,
      `Option --set ${path}: a record of this type has no property "${step}"`,
    ),
    ...(known.length === 0 ? {} : { hints: meantOrKnown(step, known) }),
  });
}

/** TRC9004: the file is there already and stays as it is. */
export function taken(file: string): Diagnostic {
  return raise(FINDINGS.TRC9004, {
    message: text(`Файл ${file} уже есть, он не тронут`, `The file ${file} is already there and was not touched`),
    hints: [
      text("Откройте его и измените", "Open it and change it"),
      text(
        "Если нужна ещё одна запись, дайте ей другое имя: --id ИМЯ",
        "For one more record give another name: --id NAME",
      ),
    ],
  });
}
