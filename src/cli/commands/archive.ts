import { text } from "../../base/diagnostics/index.ts";
import { command } from "../command.ts";
import { ADD, ATTACH, MIRROR, RENEW, VERIFY } from "./archive-keeping.ts";
import { EXPORT, FIND, LIST } from "./archive-listing.ts";
import { CHECK_BAG, IMPORT, OCFL } from "./archive-ocfl.ts";
import { DISPOSE, DUE, INVENTORY } from "./archive-terms.ts";

/** `trc archive`: keeps issued documents in BagIt bags. */
export const ARCHIVE = command({
  name: "archive",
  ...text(
    "архив изданных документов: принять, проверить, найти, выдать",
    "the archive of issued documents: take in, verify, find, hand out",
  ),
  commands: [ADD, ATTACH, RENEW, VERIFY, LIST, FIND, EXPORT, INVENTORY, DUE, DISPOSE, MIRROR, OCFL, IMPORT, CHECK_BAG],
});
