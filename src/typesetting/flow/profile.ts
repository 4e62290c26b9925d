import { FILE_SCHEMAS, type Measures, type PageSetup, type StyleName } from "../../paperwork/schemas/index.ts";

/** Paragraph style names that the composition uses; every profile gives all of them. */
export const STYLE_NAMES = Object.keys(
  FILE_SCHEMAS.profile.$defs.measures.properties.styles.properties,
) as readonly StyleName[];

/** Width between the side margins, mm. */
export function textWidthMm(page: PageSetup): number {
  return page.widthMm - page.leftMm - page.rightMm;
}

/**
 * All geometry of a document, typed by the schema of profiles: one resolved profile (standard with the kind's variant laid over it).
 * Read from `templates/profiles/*.yaml`.
 */
export type Profile = Measures & {
  readonly id: string;
  /** First and last day (ISO) on which documents follow the profile; null: no bound. */
  readonly from: string | null;
  readonly to: string | null;
};
