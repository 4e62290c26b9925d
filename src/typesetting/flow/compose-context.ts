import type { ClauseStyle } from "./compose-clauses.ts";
import type { PictureSource } from "./flow.ts";
import type { LevelOf } from "./heading-levels.ts";
import type { Profile } from "./profile.ts";

/** Width in mm of a text set in the regular face, or the bold one, at a size in pt. */
export type MeasureText = (text: string, sizePt: number, bold?: boolean) => number;

/** A line of the table of contents: what it says, the id and the level of the heading or annex it leads to. */
export type ContentsEntry = { readonly target: string; readonly level: number; readonly text: string };

/** What the handlers of blocks share: the profile, the width between the margins and a measure of text. */
export type ComposeContext = {
  readonly profile: Profile;
  readonly textWidthMm: number;
  /** Height between the margins. */
  readonly pageHeightMm: number;
  readonly pictures: PictureSource;
  readonly measure: MeasureText;
  /** Ids that references aim at: only these need a bookmark. */
  readonly targets: ReadonlySet<string>;
  readonly clauseStyle: ClauseStyle;
  /** Level of the next heading of the section. */
  readonly levelOf: LevelOf;
  /** What a table of contents lists. */
  readonly contents: readonly ContentsEntry[];
};
