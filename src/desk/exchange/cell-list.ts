const OUTSIDE = "(?![^(]*\\))(?![^«]*»)";
const STRONG = new RegExp(`[;\\n]${OUTSIDE}`);
const COMMA = new RegExp(`,(?!\\s*\\d)${OUTSIDE}`);

/**
 * The items of a list in a cell, as {@link joinedList} writes it: parted by semicolons and new lines or, where there are none, by commas;
 * never inside brackets or quotation marks, and not by the comma between numbers («5, 6 классы»).
 */
export function splitList(text: string): string[] {
  const parts = STRONG.test(text) ? text.split(STRONG) : text.split(COMMA);
  return parts.map((one) => one.replace(/\s+/g, " ").trim()).filter((one) => one !== "");
}

/** Items as a cell holds them: commas between them, semicolons where an item has a comma of its own. */
export function joinedList(items: readonly string[]): string {
  const plain = items.join(", ");
  return splitList(plain).length === items.length ? plain : items.join("; ");
}
