/** What a heading may head, from the whole down to a part of a section. */
type HeadingDepth = 1 | 2 | 3;

/** Level of the next heading of its depth: 1 – kind and title, 2 – a section, 3 – a subheading. */
export type LevelOf = (depth: HeadingDepth) => number;

/**
 * Levels of the headings of a body or an annex, asked for in order. None is skipped: a heading stands one level under the nearest one before it that
 * heads more, so that a subheading without a section over it is as high as a section. @see ISO 14289-1, 7.4.2
 */
export function headingLevels(): LevelOf {
  const over: HeadingDepth[] = [];
  return (depth) => {
    while (over.length > 0 && (over.at(-1) ?? 0) >= depth) over.pop();
    return over.push(depth);
  };
}
