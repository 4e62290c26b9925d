import { InvalidArgumentError } from "commander";

/** Collects an option that may be repeated. */
export function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** Collects an option that takes a list with commas and may be repeated. */
export function collectList(value: string, previous: readonly string[] = []): string[] {
  return [
    ...previous,
    ...value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ];
}

/** Formats of the output. @throws InvalidArgumentError for any other word */
export function formats(value: string): string[] {
  const wanted = [...new Set(collectList(value))];
  const wrong = wanted.find((format) => format !== "docx" && format !== "pdf");
  if (wrong !== undefined || wanted.length === 0) {
    throw new InvalidArgumentError("Допустимы docx, pdf или оба через запятую.");
  }
  return wanted.sort();
}
