import type { JournalRule } from "../../base/storage/index.ts";
import { referenceTo } from "../../paperwork/register/index.ts";

const ENTRY = /^register\/\d{4}\/[a-z0-9][a-z0-9-]*\.yaml$/;
const RECORD = /^(?<collection>[a-z]+)(?:\/[^/]+)*?(?:\/(?<id>[a-z0-9][a-z0-9-]*))?\.yaml$/;

/**
 * What is written together in a content folder: entries of the register, and the records of the documents that are issued. Of a folder that holds
 * documents of a user's kind only what one of the entries names.
 */
export const REGISTER_JOURNAL: JournalRule = {
  folder: null,
  files: (path, files) => {
    if (ENTRY.test(path)) return true;
    const { collection, id = collection } = RECORD.exec(path)?.groups ?? {};
    if (collection === undefined || id === undefined || collection === "register") return false;
    const [[key, value] = []] = Object.entries(referenceTo({ collection, id }));
    if (key !== "record") return id !== collection;
    const line = `\n${key}: ${JSON.stringify(value)}\n`;
    return [...files].some(([entry, text]) => ENTRY.test(entry) && text.includes(line));
  },
};
