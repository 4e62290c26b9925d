import { GRAMMAR } from "./grammar.ts";
import type { HelperTable } from "./helper.ts";
import { LOGIC_AND_TEXT } from "./logic-and-text.ts";
import { NUMBERS_AND_DATES } from "./numbers-and-dates.ts";
import { QUERIES } from "./queries.ts";

/** Every helper a template may call, by name. */
export const HELPERS: HelperTable = { ...GRAMMAR, ...NUMBERS_AND_DATES, ...LOGIC_AND_TEXT, ...QUERIES };
