import { ptToMm } from "../../base/units/index.ts";
import type { LetterheadBlock, PictureBlock } from "../../paperwork/document/index.ts";
import type { ComposeContext } from "./compose-context.ts";
import { composeCaption } from "./compose-table.ts";
import type { FlowBlock, FlowChart } from "./flow.ts";

const INCH_PT = 72;

/**
 * A picture in the middle of the column, as wide as it is asked for or by its own size, its caption under it: never wider than the column
 * nor higher than a page holds with the caption.
 */
export function composePicture(block: PictureBlock, context: ComposeContext): FlowBlock[] {
  const { profile, pageHeightMm } = context;
  const { dotsPerInch, heightShare } = profile.picture;
  const { widthPx } = context.pictures(block.file);
  const own = ptToMm((widthPx / dotsPerInch) * INCH_PT);
  const most = { widthMm: block.widthMm ?? own, heightMm: pageHeightMm * heightShare };
  const picture = {
    ...placed(block, context, { most, middleMm: context.textWidthMm / 2 }),
    beforePt: profile.styles["chart-caption"].beforePt,
  };
  if (block.title === null) return [{ ...picture, afterPt: profile.styles["figure-caption"].afterPt }];
  return [{ ...picture, keepNext: true }, composeCaption("figure-caption", block.title, block, context)];
}

/** Arms or emblem over the lines of a letterhead `widthMm` wide. @see ГОСТ Р 7.0.97-2016, п. 5.1, 5.2 */
export function composeEmblem(
  { emblem }: LetterheadBlock,
  context: ComposeContext,
  room: { readonly leftMm: number; readonly widthMm: number },
): FlowBlock[] {
  if (emblem === undefined) return [];
  const { emblemMm, emblemAfterPt } = context.profile.letterhead;
  const most = { widthMm: room.widthMm, heightMm: emblemMm };
  const picture = placed(emblem, context, { most, middleMm: room.leftMm + room.widthMm / 2 });
  return [{ ...picture, keepNext: true, afterPt: emblemAfterPt }];
}

/** As large as both measures allow, in its own proportions. */
function placed(
  { file, alt }: { readonly file: string; readonly alt: string },
  { pictures, textWidthMm }: ComposeContext,
  {
    most,
    middleMm,
  }: { readonly most: { readonly widthMm: number; readonly heightMm: number }; readonly middleMm: number },
): FlowChart {
  const picture = pictures(file);
  const ratio = picture.heightPx / picture.widthPx;
  const widthMm = Math.min(most.widthMm, textWidthMm, most.heightMm / ratio);
  return {
    type: "chart",
    alt,
    widthMm,
    heightMm: widthMm * ratio,
    leftMm: Math.max(0, middleMm - widthMm / 2),
    shapes: [],
    picture,
  };
}
