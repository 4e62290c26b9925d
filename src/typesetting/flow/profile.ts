import { FILE_SCHEMAS, type Measures, type PageSetup, type StyleName } from "../../paperwork/schemas/index.ts";

/** Paragraph style names that the composition uses; every profile gives all of them. */
export const STYLE_NAMES = Object.keys(
  FILE_SCHEMAS.profile.$defs.measures.properties.styles.properties,
) as readonly StyleName[];

/** Styles that look like another one and differ in what they are: what a profile does not say of them it says of their model. */
const MODELS: { readonly [name in StyleName]?: StyleName } = {
  subclause: "clause",
  "annex-clause": "clause",
  "annex-subclause": "clause",
  "item-number": "item",
  "annex-title": "title-center",
};

/** The style whose measures a style has unless it has its own; undefined: none. */
export function modelOf(name: string): StyleName | undefined {
  return MODELS[name as StyleName];
}

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
