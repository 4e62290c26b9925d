import { type Diagnostic, type Place, raise, text } from "../../base/diagnostics/index.ts";
import { type DocumentModel, documentTexts, restrictionText } from "../../paperwork/document/index.ts";
import { isRestricted, type Withholding } from "../../paperwork/facts/index.ts";
import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
import { type Leak, LeakFinder } from "./find-leaks.ts";
import { FINDINGS } from "./findings.ts";
import { type KnownValues, knownValues } from "./known-values.ts";
import { isNamed, type MayName, mayName } from "./naming.ts";
import { normalText, squeezed } from "./normal-text.ts";
import { publicTree, titled, type WithheldBlock } from "./public-tree.ts";
import { type Redaction, redactionsOf, releasedWords, type Withheld } from "./redaction-log.ts";
import { type Release, releaseOf, releasesOf } from "./releases.ts";
import { type LeakOrigin, reportLeaks, type TypedLeak } from "./report-leaks.ts";
import { PUBLIC_WORDING, type PublicWording } from "./wording.ts";

/** The public edition of one dossier. What is known of the records is worked out once, when first needed. */
export class PublicEdition {
  readonly wording: PublicWording;
  readonly #dossier: Dossier;
  #known: KnownValues | null = null;

  constructor(dossier: Dossier, wording: PublicWording) {
    this.#dossier = dossier;
    this.wording = wording;
  }

  /** The running line as a one-line template over `caseIndex`. @param author id of the organisation that issued the document */
  running(caseIndex: string | null, author: string): { readonly path: string; readonly source: string } {
    return {
      path: PUBLIC_WORDING.path,
      source:
        caseIndex === null
          ? this.wording.runningWithoutCase
          : author === "centre"
            ? this.wording.running
            : this.wording.runningCopy,
    };
  }

  /** One document of the edition. @param date ISO date of the document: consents and posts are decided on it */
  document(date: string): PublicDocument {
    this.#known ??= knownValues(this.#dossier);
    return new PublicDocument(this.#dossier, date, { wording: this.wording, known: this.#known });
  }
}

/** One public document while it is made: its views withhold and remember what they withheld. */
export class PublicDocument {
  readonly withholding: Withholding;
  readonly #wording: PublicWording;
  readonly #known: KnownValues;
  readonly #naming: (person: ContentRecord) => MayName;
  readonly #withheld: Withheld[] = [];
  readonly #dossier: Dossier;
  readonly #released = new Set<Release>();
  #blocks: readonly WithheldBlock[] = [];

  constructor(
    dossier: Dossier,
    date: string,
    { wording, known }: { readonly wording: PublicWording; readonly known: KnownValues },
  ) {
    this.#dossier = dossier;
    this.#wording = wording;
    this.#known = known;
    const answers = new Map<ContentRecord, MayName>();
    this.#naming = (person) => {
      const answer = answers.get(person) ?? mayName(dossier, wording, person, date);
      answers.set(person, answer);
      return answer;
    };
    this.withholding = {
      mayName: (person) => isNamed(this.#naming(person)),
      masked: wording.masked,
      report: (record, pointer, policy) => this.#withheld.push({ record, pointer, policy }),
    };
  }

  /** The tree and the file name of the public document. */
  publish(
    model: DocumentModel,
    name: string,
    running: string,
  ): { readonly model: DocumentModel; readonly name: string } {
    const tree = publicTree(model, this.#wording, running);
    this.#blocks = tree.withheld;
    return { model: tree.model, name: titled(name, this.#wording) };
  }

  /** Everything that was withheld so far, and what a waiver released. */
  redactions(): Redaction[] {
    return [
      ...redactionsOf(this.#withheld, this.#blocks, this.#wording, this.#naming),
      ...[...this.#released].map(releasedWords),
    ];
  }

  /** What the finished document would show and may not. Codes TRC6504, TRC6505, TRC6509. */
  leaks(
    { model, name }: { readonly model: DocumentModel; readonly name: string },
    records: readonly ContentRecord[],
    origin: Omit<LeakOrigin, "title">,
  ): Diagnostic[] {
    const finder = new LeakFinder(this.#known, this.withholding.mayName);
    // The sign between the texts belongs to no name and no number.
    const printed = normalText([name, ...documentTexts(model)].join(" ¶ "));
    const typed = records.flatMap((record) =>
      (this.#known.suspects.get(record) ?? []).flatMap(({ pointer, text: value }) =>
        finder.find(value).map((leak): TypedLeak => ({ leak, record, pointer })),
      ),
    );
    const releases = releasesOf(this.#dossier, records);
    const kept = (leak: Leak, record: ContentRecord | null): boolean => {
      const release = releaseOf(leak, record, releases);
      // One of the settings may be of words that this document does not print.
      if (release !== undefined && squeezed(printed).includes(squeezed(release.words))) this.#released.add(release);
      return release === undefined;
    };
    const leaks = reportLeaks(
      printed,
      finder.find(printed).filter((leak) => kept(leak, null)),
      typed.filter(({ leak, record }) => kept(leak, record)),
      { ...origin, title: model.meta.title },
    );
    return [
      ...(restrictionText(model) === null ? [] : [restrictedDocument(model.meta.title, origin.recordPlace)]),
      ...records
        .filter((record) => isRestricted(record) && prints(printed, record.data))
        .map(restrictedWords(model, origin)),
      ...leaks,
    ];
  }
}

/** TRC6509: the document has a mark of restricted access. */
export function restrictedDocument(title: string, place: Place): Diagnostic {
  return raise(FINDINGS.TRC6509, {
    message: text(
      `На документе «${title}» – гриф ограничения доступа, его не публикуют`,
      `The document “${title}” has a mark of restricted access: it is not published`,
    ),
    place,
  });
}

function restrictedWords({ meta }: DocumentModel, { recordPlace }: Omit<LeakOrigin, "title">) {
  return (record: ContentRecord): Diagnostic =>
    raise(FINDINGS.TRC6509, {
      message: text(
        `В документе «${meta.title}» стоят слова записи «${record.id}», на которой гриф ограничения доступа`,
        `The document “${meta.title}” holds words of the record “${record.id}”, which has a mark of restricted access`,
      ),
      place: recordPlace,
      related: [{ message: text("гриф", "the mark"), place: record.placeOf("/restriction") }],
    });
}

/** Fewer words are a name or a post, which other documents have too. */
const SENTENCE_WORDS = 5;

/** Whether a sentence of a record stands in the text. */
function prints(printed: string, value: unknown): boolean {
  if (typeof value === "string")
    return value.split(/\s+/).length >= SENTENCE_WORDS && printed.includes(normalText(value));
  return typeof value === "object" && value !== null && Object.values(value).some((child) => prints(printed, child));
}
