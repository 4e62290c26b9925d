import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { CONTENT, collectList, dayOption, JSON_REPORT, TEMPLATES } from "../options.ts";
import type { SignOffCommandOptions } from "./run-sign-off.ts";
import { SIGNER } from "./signer-options.ts";

/** `trc sign-off`: approves words. */
export const SIGN_OFF: CommandSpec<SignOffCommandOptions> = {
  name: "sign-off",
  says: text(
    "одобрить тексты документов; без --as – показать, кто что одобрил",
    "approve the texts of documents; without --as show who approved what",
  ),
  operands: [
    {
      name: text("[документы...]", "[documents...]"),
      says: text(
        "виды, документы или записи; без них – все, что ждут этого лица",
        "kinds, documents or records; without them all that wait for this person",
      ),
    },
  ],
  options: [
    {
      flag: "--as",
      value: text("<лицо>", "<person>"),
      says: text("кто одобряет: имя файла из папки people", "who approves: name of a file in the folder people"),
    },
    {
      flag: "--role",
      value: text("<роли>", "<roles>"),
      says: text(
        "только в этих ролях: author, lawyer, head, committee",
        "only in these roles: author, lawyer, head, committee",
      ),
      parse: collectList,
    },
    dayOption("день одобрения (по умолчанию сегодня)", "day of the approval (today by default)"),
    CONTENT,
    TEMPLATES,
    JSON_REPORT,
    ...SIGNER,
  ],
  run: async (...call) => (await import("./run-sign-off.ts")).signOffCommand(...call),
};
