import { text } from "../../base/diagnostics/index.ts";
import { command, needing, WrongUsage } from "../command.ts";
import { collectList, day, PROJECT } from "../options.ts";
import { SIGNER, withSigner } from "../signer.ts";
import { today } from "../today.ts";

/** `trc sign-off`: records approvals, or shows their state when nobody is named. */
export const SIGN_OFF = command({
  name: "sign-off",
  ...text(
    "одобрить тексты документов; без --as – показать, кто что одобрил",
    "approve the texts of documents; without --as show who approved what",
  ),
  operands: [
    {
      name: text("[документы...]", "[documents...]"),
      ...text(
        "виды, документы или записи; без них – все, что ждут этого лица",
        "kinds, documents or records; without them all that wait for this person",
      ),
    },
  ],
  options: {
    ...PROJECT,
    as: {
      ...text("кто одобряет: имя файла из папки people", "who approves: name of a file in the folder people"),
      value: text("<лицо>", "<person>"),
    },
    ...needing("as", {
      role: {
        ...text(
          "только в этих ролях: author, lawyer, head, committee",
          "only in these roles: author, lawyer, head, committee",
        ),
        value: text("<роли>", "<roles>"),
        parse: collectList,
      },
      date: day("день одобрения (по умолчанию сегодня)", "day of the approval (today by default)"),
      ...SIGNER,
    }),
  },
  run: async (documents, { as: person, role = [], date = today(), content, templates, ...options }) => {
    const { approvalState, ROLES, signOff } = await import("../../office/approvals/index.ts");
    const roles = role.map((word) => {
      const found = ROLES.find((one) => one === word);
      if (found !== undefined) return found;
      const list = ROLES.join(", ");
      throw new WrongUsage(
        text(`Нет роли «${word}». Бывают: ${list}.`, `There is no role "${word}". There are: ${list}.`),
      );
    });
    if (person === undefined) {
      const state = await approvalState({ content, templates, documents });
      if (state.documents.length === 0) return state;
      const { approvalLines } = await import("../approval-lines.ts");
      return { ...state, json: state.documents, lines: approvalLines(state.documents) };
    }
    return withSigner(options, async (signer) => {
      const report = await signOff({ content, templates, documents, person, roles, date, signer });
      const lines = report.written.map(({ document, roles, file }) =>
        text(
          `Одобрено: ${document} (${roles.join(", ")}) – ${file}`,
          `Approved: ${document} (${roles.join(", ")}) – ${file}`,
        ),
      );
      return { ...report, json: undefined, lines };
    });
  },
});
