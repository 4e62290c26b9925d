import { referenceTo } from "./entry.ts";
import { yearStampOf } from "./year-stamp.ts";

const ENTRY = /^register\/\d{4}\/[a-z0-9][a-z0-9-]*\.yaml$/;
const RECORD = /^(?<collection>[a-z]+)(?:\/[^/]+)*?(?:\/(?<id>[a-z0-9][a-z0-9-]*))?\.yaml$/;

const SEALED = /^(?:register|approvals)\//;

/** What an upgrade of the records is taken back by, in the content folder. */
export const UPGRADE_UNDO = "upgrade-undo.json";

/**
 * What is written together in a content folder, for every command that writes there: entries of the register and the records of the documents that are
 * issued, of a folder that holds documents of a user's kind only what one of the entries names; or the records of a school year that has been begun, each with its stamp; or the
 * records that an upgrade changes, with what they were before.
 */
export const CONTENT_JOURNAL = {
  folder: null,
  files: (path: string, files: ReadonlyMap<string, string>): boolean => {
    if (files.has(UPGRADE_UNDO)) return path === UPGRADE_UNDO || (RECORD.test(path) && !SEALED.test(path));
    if (ENTRY.test(path)) return true;
    const { collection, id = collection } = RECORD.exec(path)?.groups ?? {};
    if (collection === undefined || id === undefined || collection === "register") return false;
    if (yearStampOf(files.get(path) ?? "")?.whole === true) return id !== collection;
    const [[key, value] = []] = Object.entries(referenceTo({ collection, id }));
    if (key !== "record") return id !== collection;
    const line = `\n${key}: ${JSON.stringify(value)}\n`;
    return [...files].some(([entry, text]) => ENTRY.test(entry) && text.includes(line));
  },
};
