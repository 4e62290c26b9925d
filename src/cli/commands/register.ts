import { hasErrors, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import { command } from "../command.ts";
import { ARCHIVE_FOLDER, collect, DRY_RUN, FILE, PROJECT } from "../options.ts";
import { CHECKPOINT, PROVE, VERIFY_PROOF } from "./register-tree.ts";

const LIST = command({
  name: "list",
  ...text("показать записи по рядам и последние печати", "show the entries by series and the newest seals"),
  options: {
    ...PROJECT,
    against: {
      ...text(
        "сверить с печатями прежнего дня: register-heads.txt, manifest.json, list --json",
        "compare with the seals of an earlier day: register-heads.txt, manifest.json, list --json",
      ),
      value: FILE,
    },
  },
  run: async (_operands, { content, templates, against }) => {
    const { listRegister } = await import("../../office/issue/index.ts");
    const { entries, heads, diagnostics } = await listRegister(content, templates, against);
    return {
      diagnostics,
      json: { entries: entries.map(({ fields }) => fields), heads },
      lines: [
        ...entries.map(({ fields }) => {
          const { entry, title, restriction, registered, annulledBy, annulledFor } = fields;
          const line = (...marks: readonly (string | undefined)[]): string =>
            `${String(entry).padStart(4)}  ${[title, restriction, ...marks].filter(Boolean).join(" – ")}`;
          if (annulledBy === undefined) return line();
          return text(
            line(`регистрация аннулирована ${numericDate(registered)} (${annulledBy}): ${annulledFor}`),
            line(`the registration is annulled on ${registered} (${annulledBy}): ${annulledFor}`),
          );
        }),
        ...heads.map(({ title, entries: count, seal }) =>
          text(
            `Ряд «${title.ru}»: записей – ${count}, печать последней ${seal}`,
            `Series "${title.en}": entries ${count}, seal of the last ${seal}`,
          ),
        ),
        entries.length === 0 &&
          !hasErrors(diagnostics) &&
          text(
            "Реестр пуст: документы издаёт команда trc issue",
            "The register is empty: documents are issued by trc issue",
          ),
      ],
    };
  },
});

const REPAIR = command({
  name: "repair",
  ...text(
    "починить реестр, если документы издали одновременно на двух ветках",
    "repair the register when documents were issued on two branches at the same time",
  ),
  options: {
    ...PROJECT,
    keep: {
      ...text(
        "этот документ подписан или роздан, его номер не менять; можно повторять",
        "this document is signed or handed out, its number stays; may be repeated",
      ),
      value: text("<документ>", "<document>"),
      parse: collect,
    },
    archive: {
      ...ARCHIVE_FOLDER,
      ...text(
        "папка архива: принятые в него документы тоже не перенумеровываются",
        "archive folder: documents taken into it keep their numbers as well",
      ),
    },
    dryRun: DRY_RUN,
  },
  run: async (_operands, { keep: handedOut = [], ...options }) => {
    const { repairRegister } = await import("../../office/issue/index.ts");
    const report = await repairRegister({ ...options, handedOut });
    const { completed, repaired, diagnostics } = report;
    const failed = hasErrors(diagnostics);
    return {
      diagnostics,
      json: report,
      lines: [
        completed && text("Прерванная запись завершена.", "An interrupted writing is completed."),
        ...repaired.map(({ title, from, to, entry }) =>
          to === null
            ? text(
                `${title}: место в реестре теперь ${entry}, номер прежний`,
                `${title}: its place in the register is now ${entry}, the number is as it was`,
              )
            : text(
                `${title}: номер ${from} заменён на ${to}, место в реестре ${entry}; одобрения этого документа нужно получить снова`,
                `${title}: number ${from} is replaced by ${to}, place in the register ${entry}; the approvals of this document have to be got anew`,
              ),
        ),
        failed
          ? text("Реестр не изменён.", "The register is as it was.")
          : repaired.length === 0
            ? text("Чинить нечего: реестр цел.", "There is nothing to repair: the register is intact.")
            : options.dryRun === true && text("Ничего не записано (--dry-run).", "Nothing was written (--dry-run)."),
      ],
    };
  },
});

/** `trc register`: lists the register, repairs a fork of it, proves an entry to a stranger. */
export const REGISTER = command({
  name: "register",
  ...text(
    "реестр изданных документов: показать, починить, доказать запись",
    "the register of issued documents: show it, repair it, prove an entry",
  ),
  commands: [LIST, REPAIR, CHECKPOINT, PROVE, VERIFY_PROOF],
});
