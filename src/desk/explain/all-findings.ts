// Made by `npm run findings`.
import { FINDINGS as baseStorage } from "../../base/storage/findings.ts";
import { FINDINGS as officeArchive } from "../../office/archive/findings.ts";

/** The findings of every room, as `findings.ts` of each defines them. */
export const ROOMS = [
  baseStorage,
  officeArchive,
];
