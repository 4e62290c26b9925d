import type { RecordOf } from "../../records/index.ts";
import { located } from "../rule.ts";

type Mention = readonly [pointer: string, id: string];

/** People that an order gives something to do. */
export function mentioned({ data }: RecordOf<"orders">): Mention[] {
  const all: readonly (readonly [pointer: string, id: string | undefined])[] = [
    ["/coordinator", data.coordinator],
    ["/responsible", data.responsible],
    ...located(data.responsibilities, "/responsibilities").flatMap(([at, { person, deputy }]) => [
      [`${at}/person`, person] as const,
      [`${at}/deputy`, deputy] as const,
    ]),
    ...located(data.items, "/items").flatMap(([at, { assignees }]) => located(assignees, `${at}/assignees`)),
    ...located(data.consultations, "/consultations").map(([at, { person }]) => [`${at}/person`, person] as const),
    ["/control", data.control],
  ];
  return all.flatMap(([pointer, id]): Mention[] => (id === undefined || id === "self" ? [] : [[pointer, id]]));
}
