import { join } from "node:path";
import { hasErrors, same, type Text, text } from "../../../base/diagnostics/index.ts";
import { numericDate } from "../../../base/text/index.ts";
import { addToArchive, listArchive } from "../../../office/archive/index.ts";
import { release as makeBundle, verifyBundle } from "../../../office/release/index.ts";
import { FORMAT_NAMES } from "../../../project/formats/index.ts";
import { updateSet } from "../../../project/pipeline/index.ts";
import { type Action, type ActionContext, ask, done, field, said } from "./action.ts";

const EDITIONS = {
  original: { out: "out", label: text("подлинники", "the documents themselves") },
  public: { out: "out-public", label: text("публичная редакция, без персональных данных", "the public edition") },
  draft: { out: "out-draft", label: text("черновик", "a draft") },
} as const;

/** Makes the set as files, and shows their folder. */
export const build: Action = async (context) => {
  const { values, contents, folders, root, office, language } = context;
  const edition = said(context, "edition") as keyof typeof EDITIONS;
  const known = Object.hasOwn(EDITIONS, edition) ? EDITIONS[edition] : undefined;
  const choices = Object.entries(EDITIONS).map(([value, { label }]) => ({ value, label: label[language] }));
  const asked = {
    title: text("Собрать файлы", "Make the files"),
    submit: text("Собрать", "Make them"),
    fields: [field("edition", text("Что собрать", "What to make"), context, { control: "choice", choices })],
    values: { edition: edition || "original" },
  };
  if (values === null || known === undefined) return ask(context, asked);
  const out = join(root, known.out);
  if (values.show === true) {
    office.reveal?.(out);
    return done(context, [text(`Папка: ${out}`, `The folder: ${out}`)]);
  }
  const report = await updateSet({
    content: contents,
    templates: folders.templates,
    out,
    only: [],
    formats: FORMAT_NAMES,
    edition: edition === "public" ? "public" : "original",
    draft: edition === "draft",
    cache: office.cache ?? null,
    keepers: (await office.keepers?.(known.out)) ?? [],
  });
  const { diagnostics, documents, redactionLog } = report;
  if (hasErrors(diagnostics)) return ask(context, asked, diagnostics);
  const log = text(
    `Что и почему скрыто – ${redactionLog} (этот файл не публикуется)`,
    `What was withheld and why: ${redactionLog} (this file is not published)`,
  );
  const lines = [
    text(`Документов: ${documents.length}, папка ${out}`, `Documents: ${documents.length}, the folder ${out}`),
    ...(redactionLog === null ? [] : [log]),
  ];
  if (office.reveal === undefined) return done(context, lines, { diagnostics });
  return ask(
    context,
    {
      title: text("Файлы собраны", "The files are made"),
      said: lines,
      submit: text("Показать папку", "Show the folder"),
      values: { edition, show: true },
    },
    diagnostics,
  );
};

/** Makes a bundle: documents, approvals, origin, digests in one file. */
export const release: Action = async (context) => {
  const { values, contents, folders, root, office, today, sure } = context;
  const draft = values?.draft === true;
  // A draft never takes the place of what was released.
  const [bundleFile, draftFile] = ["bundle.zip", "bundle-draft.zip"].map((name) => join(root, "release", name));
  const out = (draft ? draftFile : bundleFile) ?? "";
  const asked = {
    title: text("Выпустить комплект", "Release the bundle"),
    said: [
      text(
        `Документы, одобрения, записи и контрольные суммы будут сложены в один файл: ${bundleFile}, черновик – ${draftFile}. Прежний файл с тем же именем будет заменён`,
        `The documents, approvals, records and digests go into one file: ${bundleFile}, a draft into ${draftFile}. An earlier file of that name is replaced`,
      ),
    ],
    submit: text("Выпустить", "Release"),
    fields: [
      field("draft", text("Черновик: без одобрений, с пометкой", "A draft: without approvals, marked"), context, {
        control: "yes-no",
      }),
    ],
    values: { draft },
    sure: true,
  };
  if (values === null || !sure) return ask(context, asked);
  const { bundle, diagnostics } = await makeBundle({
    content: contents,
    templates: folders.templates,
    out,
    draft,
    signer: null,
    signDocuments: false,
    today,
    keepers: (await office.keepers?.(null)) ?? [],
  });
  if (bundle === null) return ask(context, asked, diagnostics);
  office.reveal?.(join(root, "release"));
  return done(
    context,
    [
      text(`Комплект выпущен: ${bundle.path}`, `The bundle was released: ${bundle.path}`),
      text(`Документов: ${bundle.documents}, файлов: ${bundle.files}`, `Documents: ${bundle.documents}`),
      text(`Сумма комплекта: ${bundle.digest}`, `Digest of the bundle: ${bundle.digest}`),
    ],
    { diagnostics },
  );
};

const SIGNS = {
  proven: text("Доказано", "Proven"),
  failed: text("НЕВЕРНО", "WRONG"),
  unproven: text("Не доказано", "Not proven"),
  note: text("К сведению", "Note"),
} as const;

/** Verifies a bundle that is handed over. */
export const verify: Action = async (context) => {
  const { values, today, uploaded, language } = context;
  const bundle = uploaded(said(context, "file"));
  if (values === null || bundle === undefined)
    return ask(context, {
      title: text("Проверить комплект", "Verify a bundle"),
      said: [
        text("Перетащите сюда файл комплекта (.zip) или выберите его", "Drop the file of the bundle or choose it"),
      ],
      submit: text("Проверить", "Verify"),
      fields: [
        fileField(context, text("Файл комплекта", "File of the bundle"), true),
        field("rebuild", text("Собрать документы заново и сравнить", "Make the documents again"), context, {
          control: "yes-no",
        }),
      ],
      values: { file: null, rebuild: false },
    });
  const { ok, findings, diagnostics } = await verifyBundle({ bundle, today, rebuild: values.rebuild === true });
  const verdict = ok
    ? text("Нарушений нет", "There are no violations")
    : text("ПРОВЕРКА НЕ ПРОЙДЕНА", "VERIFICATION FAILED");
  return {
    ...done(context, [verdict], { diagnostics }),
    links: findings.map(({ state, text: words }) => ({
      label: words[language],
      note: SIGNS[state][language],
      show: null,
    })),
  };
};

/** Takes an issued document into the archive, with a scan of the signed paper; without a document all that are not there yet. */
export const archive: Action = async (context) => {
  const { values, about, folders, root, set, today, uploaded, sure } = context;
  const document = about?.slice(about.lastIndexOf("/") + 1);
  const title = set.state.documents.find(({ id }) => id === about)?.title ?? document ?? "";
  const scan = uploaded(said(context, "file"));
  const date = said(context, "date") || today;
  const own: readonly Text[] = [
    text(
      "Если подписан лист бумаги, приложите его скан (PDF): он и станет подлинником в архиве",
      "Where a sheet of paper was signed, add its scan (PDF): it becomes the original in the archive",
    ),
  ];
  const all: readonly Text[] = [
    text(
      "Будут приняты все изданные документы, которых в архиве ещё нет",
      "All issued documents that are not there yet",
    ),
  ];
  const asked = {
    title: text("Сдать в архив", "Put into the archive"),
    said: document === undefined ? all : [same(title), ...own],
    submit: text("Принять", "Take in"),
    fields: [
      ...(document === undefined
        ? []
        : [fileField(context, text("Скан подписанного документа (PDF)", "Scan of the signed document (PDF)"), false)]),
      field("date", text("День приёма", "Day of accession"), context, { control: "date" }),
    ],
    values: { ...(document === undefined ? {} : { file: null }), date: date || null },
    sure: true,
  };
  if (values === null || !sure || date === "") return ask(context, asked);
  const { added, diagnostics } = await addToArchive({
    ...folders,
    archive: join(root, "archive"),
    documents: document === undefined ? [] : [document],
    today: date,
    ...(scan === undefined ? {} : { pdf: scan }),
  });
  if (added.length === 0) return ask(context, asked, diagnostics);
  return {
    ...done(context, [text(`Принято документов: ${added.length}`, `Documents taken in: ${added.length}`)], {
      diagnostics,
    }),
    links: added.map(({ entry, title, bag }) => ({ label: `${entry}. ${title}`, note: bag, show: null })),
  };
};

/** What the archive says of a document that lies in it, and where. */
export const archived: Action = async (context) => {
  const { about, root, office, values, language } = context;
  const document = about?.slice(about.lastIndexOf("/") + 1);
  const folder = join(root, "archive");
  const { value = [], diagnostics } = await listArchive(folder);
  const found = value.find((one) => one.document === document);
  if (found === undefined) return done(context, [], { diagnostics });
  const bag = join(folder, found.bag);
  const day = (iso: string): string => (language === "ru" ? numericDate(iso) : iso);
  const lines = [
    same(found.title),
    text(
      `Принят в архив: ${day(found.received)}, запись № ${found.entry}`,
      `Taken in: ${found.received}, entry ${found.entry}`,
    ),
    ...(found.caseIndex === null ? [] : [text(`Дело: ${found.caseIndex}`, `Case: ${found.caseIndex}`)]),
    text(`Срок хранения: ${found.term}`, `Kept for: ${found.term}`),
    text(`Подписей: ${found.signatures}`, `Signatures: ${found.signatures}`),
    text(`Папка: ${bag}`, `The folder: ${bag}`),
  ];
  if (values?.show === true) office.reveal?.(bag);
  if (office.reveal === undefined || values?.show === true) return done(context, lines);
  return ask(context, {
    title: text("В архиве", "In the archive"),
    said: lines,
    submit: text("Показать папку", "Show the folder"),
    values: { show: true },
  });
};

/** A field for a file that is handed over. */
export function fileField(context: ActionContext, label: Text, required: boolean) {
  return field("file", label, context, { control: "file", required });
}
