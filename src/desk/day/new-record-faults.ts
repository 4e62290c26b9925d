import { type Diagnostic, suggest } from "../../base/diagnostics/index.ts";
import type { RecordType } from "./record-types.ts";

export function unknownType(name: string, types: readonly RecordType[]): Diagnostic {
  const near = suggest(
    name,
    types.map((type) => type.name),
  );
  return {
    code: "TRC9001",
    severity: "error",
    message: `Нет вида записи «${name}»`,
    hints: [
      near.length > 0
        ? `Возможно, имелось в виду: ${near.join(", ")}`
        : `Бывают: ${types.map((type) => type.name).join(", ")}`,
    ],
    english: {
      message: `There is no type of record "${name}"`,
      hints: [
        near.length > 0 ? `Perhaps: ${near.join(", ")}` : `There are: ${types.map((type) => type.name).join(", ")}`,
      ],
    },
  };
}

export function unknownRecord(option: string, id: string, known: readonly string[]): Diagnostic {
  const near = suggest(id, known);
  const some = `${known.slice(0, 12).join(", ")}${known.length > 12 ? " …" : ""}`;
  return {
    code: "TRC9002",
    severity: "error",
    message: `Ключ ${option}: нет записи «${id}»`,
    hints: [near.length > 0 ? `Возможно, имелось в виду: ${near.join(", ")}` : `Есть: ${some}`],
    english: {
      message: `Option ${option}: there is no record "${id}"`,
      hints: [near.length > 0 ? `Perhaps: ${near.join(", ")}` : `There are: ${some}`],
    },
  };
}

export function notAbout(id: string): Diagnostic {
  return {
    code: "TRC9003",
    severity: "error",
    message: `Ключ --of: запись этого вида не может ссылаться на «${id}»`,
    hints: ["Назовите запись другой папки или уберите ключ --of"],
    english: {
      message: `Option --of: a record of this type cannot refer to "${id}"`,
      hints: ["Name a record of another folder, or leave --of out"],
    },
  };
}

export function taken(file: string): Diagnostic {
  return {
    code: "TRC9004",
    severity: "error",
    message: `Файл ${file} уже есть, он не тронут`,
    hints: ["Откройте его и измените", "Если нужна ещё одна запись, дайте ей другое имя: --id ИМЯ"],
    english: {
      message: `The file ${file} is already there and was not touched`,
      hints: ["Open it and change it", "For one more record give another name: --id NAME"],
    },
  };
}
