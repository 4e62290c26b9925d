import { isPictureFault, type Picture, type PictureLimits, type PictureShelf } from "../../base/pictures/index.ts";
import type { DocumentModel } from "../../paperwork/document/index.ts";
import { composeFlow, type Profile } from "../../typesetting/flow/index.ts";
import { type Fonts, measureIn } from "../../typesetting/fonts/index.ts";
import { layoutFlow } from "../../typesetting/layout/index.ts";
import type { WriteInput } from "../formats/index.ts";
import { codeText } from "./code-text.ts";

/** All that the pages of a document follow from, and its files with them, as plain data: its tree names every picture by its digest. */
export type Sheet = {
  readonly model: DocumentModel;
  readonly profile: Profile;
  /** True where the settings ask for the machine-readable code. */
  readonly code: boolean;
};

/** What sheets are laid out with. */
export type Shelf = { readonly fonts: Fonts; readonly pictures: Pick<PictureShelf, "get"> };

/** Lays the pages of a document out. */
export function layOut({ model, profile, code }: Sheet, { fonts, pictures }: Shelf): WriteInput {
  const flow = composeFlow(model, {
    profile,
    measure: measureIn(fonts),
    code: code ? codeText(model) : null,
    pictures: pictureOf(pictures, profile.picture),
  });
  const layout = layoutFlow(flow, fonts);
  return { flow: layout.flow, layout, fonts };
}

/** A picture that was read before, while its document was rendered. */
function pictureOf(pictures: Shelf["pictures"], limits: PictureLimits): (file: string) => Picture {
  return (file) => {
    const read = pictures.get(file, limits);
    if (isPictureFault(read)) throw new Error(`rendered with a picture that is none: ${file}`);
    return read;
  };
}
