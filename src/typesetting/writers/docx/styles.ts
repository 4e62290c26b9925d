import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LeaderType,
  LineRuleType,
  TabStopType,
} from "docx";
import { mmToTwips, ptToHalfPoints, ptToTwips } from "../../../base/units/index.ts";
import type { ParagraphStyle, StyleName } from "../../../paperwork/schemas/index.ts";
import { type Profile, STYLE_NAMES, textWidthMm } from "../../flow/index.ts";

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

/** Style of the empty paragraph that parts a table from what follows; its height is set where it stands. */
export const SPACER_STYLE = "spacer";

/** Named styles of a document: one a style of the profile, with its Russian name. */
export function documentStyles(profile: Profile, language: string): IStylesOptions {
  const width = textWidthMm(profile.portrait);
  const own = STYLE_NAMES.map((name) => paragraphStyle(name, profile.styles[name], width));
  const spacer: IParagraphStyleOptions = {
    id: SPACER_STYLE,
    name: "Промежуток",
    basedOn: "Normal",
    run: { size: 2 },
    paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } },
  };
  return {
    default: {
      document: {
        run: { font: profile.font, size: ptToHalfPoints(profile.styles.text.sizePt), language: { value: language } },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
    },
    paragraphStyles: [...own, spacer],
  };
}

/** The only style with a tab: dots to the page number at the right margin of an upright sheet. */
const LEADER_STYLE: StyleName = "contents-entry";

function paragraphStyle(id: StyleName, style: ParagraphStyle, textWidth: number): IParagraphStyleOptions {
  const first = mmToTwips(Math.abs(style.firstLineMm));
  return {
    id,
    name: style.name,
    basedOn: "Normal",
    quickFormat: true,
    run: { size: ptToHalfPoints(style.sizePt), bold: style.bold, italics: style.italic },
    paragraph: {
      alignment: ALIGN[style.align],
      indent: {
        left: mmToTwips(style.leftMm),
        right: mmToTwips(style.rightMm),
        ...(style.firstLineMm < 0 ? { hanging: first } : { firstLine: first }),
      },
      spacing: {
        before: ptToTwips(style.beforePt),
        after: ptToTwips(style.afterPt),
        line: Math.round(240 * style.line),
        lineRule: LineRuleType.AUTO,
      },
      ...(id === LEADER_STYLE
        ? { tabStops: [{ type: TabStopType.RIGHT, position: mmToTwips(textWidth), leader: LeaderType.DOT }] }
        : {}),
      keepNext: style.keepNext,
      keepLines: style.keepLines,
    },
  };
}
