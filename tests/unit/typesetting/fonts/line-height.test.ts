import { expect, it } from "vitest";
import { fonts } from "../../../support/small-flow.ts";

it.each([
  [8, 184],
  [9, 207],
  [9.5, 219],
  [10, 231],
  [10.5, 242],
  [11, 253],
  [12, 276],
  [13, 299],
  [14, 322],
  [17, 392],
])("a line of %f pt is as high as LibreOffice 7.4 and 25.2 make it: %i twips", (sizePt, twips) => {
  expect(fonts.regular.lineTwips(sizePt)).toBe(twips);
});
