/** What strings and files need at the borders: escapes, digests, paths, days. Knows nothing of what they say; imports nothing but node:crypto. */
export { ALIKE, turned } from "./alike-letters.ts";
export { escapeExpression } from "./escape-expression.ts";
export { folded } from "./folded.ts";
export { addDays, isDay, lastDay, numericDate, weekdayOf } from "./iso-day.ts";
export { isLitter, sortOfStray } from "./litter.ts";
export { posixPath } from "./posix-path.ts";
export { remembered } from "./remembered.ts";
export { isReservedName } from "./reserved-name.ts";
export { sealLines, sha256 } from "./sha256.ts";
export { codeOf, escapeInvisible, showInvisible } from "./show-invisible.ts";
export { escapeXml, renderXml, type XmlNode } from "./xml.ts";
