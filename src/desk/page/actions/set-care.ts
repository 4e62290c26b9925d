import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { hasErrors, type Text, text } from "../../../base/diagnostics/index.ts";
import { undoYear } from "../../drafting/index.ts";
import { undoUpgrade, upgrade } from "../../editing/index.ts";
import { exportPlan } from "../../exchange/index.ts";
import { type Action, ask, done, field, placeOf, said } from "./action.ts";

const EXPORTS = {
  xlsx: { file: "план.xlsx", label: text("таблица Excel: план и журнал", "a spreadsheet: the plan and the register") },
  ics: { file: "план.ics", label: text("календарь для Outlook и телефона", "a calendar for Outlook and a telephone") },
} as const;

/** The plan and the register as a spreadsheet, or the activities as a calendar. */
export const exportSet: Action = async (context) => {
  const { values, folders, root, office, today, language } = context;
  const [what, plan] = [said(context, "what"), said(context, "plan")];
  const known = Object.hasOwn(EXPORTS, what) ? (what as keyof typeof EXPORTS) : undefined;
  const choices = Object.entries(EXPORTS).map(([value, { label }]) => ({ value, label: label[language] }));
  const asked = {
    title: text("Выгрузить план и журнал", "Export the plan and the register"),
    submit: text("Выгрузить", "Export"),
    fields: [
      field("what", text("Во что", "Into what"), context, { control: "choice", choices }),
      field("plan", text("Какой план", "Which plan"), context, {
        control: "reference",
        collection: "plans",
        kind: null,
        required: false,
        hint: language === "ru" ? "пусто – план этого года" : "empty: that of this year",
      }),
    ],
    values: { what: known ?? "xlsx", plan: plan || null },
  };
  if (values === null || known === undefined) return ask(context, asked);
  const folder = join(root, "export");
  const file = join(folder, EXPORTS[known].file);
  await mkdir(folder, { recursive: true });
  const wanted = { ...folders, ...(plan === "" ? {} : { plan }), date: today };
  const { written, diagnostics } = await exportPlan(
    known === "xlsx" ? { ...wanted, xlsx: file } : { ...wanted, ics: file },
  );
  if (written.length === 0) return ask(context, asked, diagnostics);
  office.reveal?.(folder);
  return done(context, [text(`Записан файл ${placeOf(context, file)}`, `Written: ${placeOf(context, file)}`)], {
    diagnostics,
  });
};

/** Brings the records to today's format, or takes that back: shows what would be done to which file, then does it. */
export const upgradeSet: Action = async (context) => {
  const { values, folders, sure } = context;
  const { content } = folders;
  const back = values?.back === true;
  const work = back ? undoUpgrade : upgrade;
  const { value: tried, diagnostics } = await work({ content, dryRun: true });
  const changes = tried?.changes ?? [];
  // What was shown is done, and nothing else.
  const shown = changes.map(({ file }) => file).join("\n");
  const certain = sure && changes.length > 0 && values?.shown === shown && !hasErrors(diagnostics);
  const made = certain ? await work({ content }) : null;
  if (made?.value?.written === true)
    return done(
      context,
      [
        back
          ? text(`Файлы возвращены: ${changes.length}`, `Files put back: ${changes.length}`)
          : text(`Записи приведены к формату ${made.value.to}`, `The records are in format ${made.value.to} now`),
      ],
      made,
    );
  const state: readonly Text[] =
    tried === undefined
      ? []
      : changes.length === 0
        ? [text(`Записи уже в формате ${tried.to}: менять нечего`, `The records are in format ${tried.to} already`)]
        : [
            text(
              `Формат записей: ${tried.from} → ${tried.to}, файлов: ${changes.length}. Изданное и одобренное не изменится`,
              `Format of the records: ${tried.from} → ${tried.to}, files: ${changes.length}. Nothing issued or approved changes`,
            ),
          ];
  const ready = changes.length > 0;
  return ask(
    context,
    {
      title: text("Формат записей", "Format of the records"),
      said: state,
      words: changes.map(({ file, what }) => [file, ...what.map((one) => one[context.language])].join(" – ")),
      submit: !ready ? text("Проверить", "Look") : back ? text("Вернуть", "Put back") : text("Привести", "Bring them"),
      fields: [
        field("back", text("Вернуть записи, какими они были до этого", "Put the records back as they were"), context, {
          control: "yes-no",
        }),
      ],
      values: { back, shown },
      sure: ready,
    },
    made?.diagnostics ?? diagnostics,
  );
};

/** Takes a school year back that was begun: removes its records that nobody has changed. */
export const undoBegunYear: Action = async (context) => {
  const { folders, values, sure } = context;
  const year = said(context, "year");
  const asked = {
    title: text("Отменить начатый учебный год", "Take a school year back"),
    submit: text("Дальше", "Next"),
    fields: [field("year", text("Учебный год", "School year"), context, { example: "2027/2028" })],
    values: { year: year || null, shown: year || null },
  };
  if (values === null || year === "") return ask(context, asked);
  const certain = sure && values.shown === year;
  const { value, diagnostics } = await undoYear({ ...folders, year, dryRun: !certain });
  if (value === undefined) return ask(context, asked, diagnostics);
  const { removed, kept, written } = value;
  const left = text(`Изменённых останется: ${kept.length}`, `Changed ones stay: ${kept.length}`);
  const stays = kept.length === 0 ? [] : [left];
  if (written)
    return done(context, [text(`Убрано записей: ${removed.length}`, `Records removed: ${removed.length}`), ...stays], {
      diagnostics,
    });
  return ask(
    context,
    {
      ...asked,
      said: [text(`Будет убрано записей: ${removed.length}`, `Records to be removed: ${removed.length}`), ...stays],
      words: removed.map((file) => placeOf(context, file)),
      submit: text("Убрать", "Remove them"),
      sure: true,
    },
    diagnostics,
  );
};
