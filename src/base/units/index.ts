/** Lengths between the units of paper (mm), type (pt) and OOXML (twips, half-points). Imports nothing. */

/** 1 inch = 25.4 mm = 72 pt. */
export function mmToPt(mm: number): number {
  return (mm * 72) / 25.4;
}

/** Points to millimetres. */
export function ptToMm(pt: number): number {
  return pt * (25.4 / 72);
}

/** Twips are twentieths of a point; OOXML wants whole ones. */
export function mmToTwips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Millimetres to points as word processors keep a length: in whole twips. */
export function mmToWholePt(mm: number): number {
  return mmToTwips(mm) / 20;
}

/** Lengths in mm one after another as whole twips that add up to their sum: `[110.14, 55.07]` → `[6244, 3122]`. */
export function consecutiveTwips(lengthsMm: readonly number[]): number[] {
  let at = 0;
  let before = 0;
  return lengthsMm.map((length) => {
    at += length;
    const edge = mmToTwips(at);
    const own = edge - before;
    before = edge;
    return own;
  });
}

/** Points to twips (1/20 pt), whole. */
export function ptToTwips(pt: number): number {
  return Math.round(pt * 20);
}

/** OOXML gives font sizes in half-points. */
export function ptToHalfPoints(pt: number): number {
  return Math.round(pt * 2);
}
