import { type Diagnostic, raise, same, type Text, text } from "../../../base/diagnostics/index.ts";
import {
  approvalState,
  type DocumentApprovals,
  ROLE_NAMES,
  signOff,
  signOffState,
} from "../../../office/approvals/index.ts";
import { annulDocument, issueDocument } from "../../../office/issue/index.ts";
import { FINDINGS } from "../findings.ts";
import { type Action, type ActionContext, ask, done, field, said } from "./action.ts";

const PERSON = text("Кто вы", "Who you are");
const DATE = text("День", "Day");

/** Approves the words of a document as they are now. */
export const approve: Action = async (context) => {
  const { folders, today, values } = context;
  const document = nameOf(context);
  const [person, date] = [said(context, "person"), said(context, "date") || today];
  const asking = async (diagnostics: readonly Diagnostic[] = []) => {
    const state = await approvalsOf(context, document);
    return ask(
      context,
      {
        title: text("Одобрить документ", "Approve the document"),
        said: [same(state?.title ?? document), ...waiting(state)],
        submit: text("Одобрить", "Approve"),
        fields: [whoField(context), field("date", DATE, context, { control: "date" })],
        values: { person: person || null, date: date || null },
        sure: true,
      },
      diagnostics,
    );
  };
  if (values === null || person === "" || date === "") return asking();
  const { written, diagnostics } = await signOff({
    ...folders,
    documents: [document],
    person,
    roles: [],
    date,
    signer: null,
  });
  if (written.length === 0) return asking(diagnostics);
  const roles = written.flatMap((one) => one.roles).map((role) => ROLE_NAMES[role]);
  return done(context, [
    text(`Одобрено: ${roles.map(({ ru }) => ru).join(", ")}`, `Approved: ${roles.map(({ en }) => en).join(", ")}`),
  ]);
};

/** Issues a document: shows what will be frozen, then gives it its number and enters it in the register. */
export const issue: Action = async (context) => {
  const { folders, today, values, sure } = context;
  const document = nameOf(context);
  const [number, date, registered] = ["number", "date", "registered"].map((name) => said(context, name));
  const day = registered || today;
  const asked = {
    ...folders,
    document,
    ...(number ? { number } : {}),
    ...(date ? { date } : {}),
    today: day,
    ...(today === "" ? {} : { latest: today }),
  };
  // As the files are now: the set on the page may not have heard of the last change.
  const { documents, diagnostics: unread } = await approvalState({ ...folders, documents: [document] });
  const state = documents.find((one) => one.document === document);
  const unapproved = (state?.missing ?? []).map((role) => ROLE_NAMES[role]);
  const refused =
    unapproved.length === 0
      ? []
      : [
          raise(FINDINGS.TRC9302, {
            message: text(
              `Документ не одобрен: ${unapproved.map(({ ru }) => ru).join(", ")}`,
              `The document is not approved: ${unapproved.map(({ en }) => en).join(", ")}`,
            ),
          }),
        ];
  const tried =
    state === undefined ? { entry: null, diagnostics: unread } : await issueDocument({ ...asked, dryRun: true });
  // What was shown is issued, and nothing else.
  const certain = sure && refused.length === 0 && tried.entry !== null && values?.shown === tried.entry.digest;
  const { entry, diagnostics } = certain ? await issueDocument({ ...asked, dryRun: false }) : tried;
  const findings = [...refused, ...diagnostics];
  if (certain && entry !== null)
    return done(
      context,
      [
        text(`Издан документ: ${entry.title}`, `Issued: ${entry.title}`),
        text(
          "Слова документа теперь заморожены; изменить его можно только новым документом",
          "The words of the document are frozen now; only a new document can change it",
        ),
      ],
      { diagnostics: findings },
    );
  const may = entry !== null && refused.length === 0;
  const frozen = [
    entry?.number === undefined ? [] : text(`Номер: ${entry.number}`, `Number: ${entry.number}`),
    entry === null ? [] : text(`Страниц: ${entry.pages}`, `Pages: ${entry.pages}`),
    may ? text("Эти слова будут заморожены:", "These words will be frozen:") : [],
  ].flat();
  return ask(
    context,
    {
      title: text("Издать документ", "Issue the document"),
      said: [same(entry?.title ?? state?.title ?? document), ...frozen],
      words: may ? entry.text : [],
      submit: may ? text("Издать", "Issue") : text("Проверить снова", "Check again"),
      fields: [
        field("number", text("Номер", "Number"), context, {
          required: false,
          hint: context.language === "ru" ? "пусто – как в записи или следующий по порядку" : "empty: the next one",
        }),
        field("date", text("Дата документа", "Date of the document"), context, {
          control: "date",
          required: false,
          hint: context.language === "ru" ? "пусто – как в записи" : "empty: as the record has it",
        }),
        field("registered", text("День регистрации", "Day of registration"), context, { control: "date" }),
      ],
      values: { number: number || null, date: date || null, registered: day || null, shown: may ? entry.digest : null },
      sure: may,
    },
    findings,
  );
};

/** Annuls a mistaken registration. */
export const annul: Action = async (context) => {
  const { folders, today, values } = context;
  const document = nameOf(context);
  const [by, reason, date] = [said(context, "person"), said(context, "reason"), said(context, "date") || today];
  const asking = (diagnostics: readonly Diagnostic[] = []) =>
    ask(
      context,
      {
        title: text("Аннулировать регистрацию", "Annul the registration"),
        said: [
          text(
            "Номер останется занятым, запись документа снова можно будет править и издать под другим номером",
            "Its number stays taken; the record may be changed again and issued under another number",
          ),
        ],
        submit: text("Аннулировать", "Annul"),
        fields: [
          whoField(context),
          field("reason", text("Почему: эти слова войдут в реестр", "Why: these words go into the register"), context, {
            control: "long",
          }),
          field("date", DATE, context, { control: "date" }),
        ],
        values: { person: by || null, reason: reason || null, date: date || null },
        sure: true,
      },
      diagnostics,
    );
  if (values === null || by === "" || reason === "" || date === "") return asking();
  const latest = today === "" ? {} : { latest: today };
  const { entry, diagnostics } = await annulDocument({ ...folders, document, by, reason, today: date, ...latest });
  if (entry === null) return asking(diagnostics);
  return done(context, [
    text(`Регистрация аннулирована: ${entry.title}`, `The registration is annulled: ${entry.title}`),
  ]);
};

function whoField(context: ActionContext) {
  return field("person", PERSON, context, { control: "reference", collection: "people", kind: null, me: true });
}

/** The document's name among those of its centre. */
function nameOf({ about }: ActionContext): string {
  return (about ?? "").slice((about ?? "").lastIndexOf("/") + 1);
}

async function approvalsOf({ set, folders }: ActionContext, document: string): Promise<DocumentApprovals | undefined> {
  const centre = set.report.inputs.find(({ folder }) => folder === folders.content)?.centre;
  const { documents } = await signOffState(set.report);
  return documents.find((one) => one.document === document && one.centre === centre);
}

function waiting(state: DocumentApprovals | undefined): Text[] {
  const roles = (state?.missing ?? []).map((role) => ROLE_NAMES[role]);
  if (roles.length === 0) return [];
  return [text(`Ждёт: ${roles.map(({ ru }) => ru).join(", ")}`, `Waits for: ${roles.map(({ en }) => en).join(", ")}`)];
}
