import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { isFields, isList, readYaml, textOf, type YamlData } from "../../base/yaml/index.ts";
import { type FoundFile, readNamed } from "./read-folder.ts";

/** Forms of a word by case. */
type FormsByCase = { readonly [name: string]: string };

/** What the records of a centre say of the forms of words. */
type FoundForms = {
  /** Words of the lexicon and things with `cases` in their records; the lexicon comes first, a record wins over it. */
  readonly words: readonly {
    readonly kind: string;
    readonly text: string;
    readonly gender: string | null;
    readonly cases: FormsByCase;
  }[];
  /** People whose records were looked into. */
  readonly people: readonly {
    readonly text: string;
    readonly gender: string | null;
    readonly indeclinableSurname: boolean;
    readonly cases: FormsByCase;
    readonly surnameCases: FormsByCase;
  }[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Names that may have `cases` beside them: of a post, of an organisation or a territory. */
const NAMES = ["title", "name", "full", "short", "common"] as const;

/**
 * The forms that people have written in a content folder: in its lexicon, and in the records that have one of these words. Nothing else is
 * parsed, so that one word is declined at once whatever the size of the folder.
 */
export async function readWrittenForms(content: string, mentions: (text: string) => boolean): Promise<FoundForms> {
  const found = await readNamed("--content", content, {
    wanted: (inside) => /\.ya?ml$/.test(inside) && !inside.startsWith("register/"),
  });
  const diagnostics = [...found.diagnostics];
  const words: FoundForms["words"][number][] = [];
  const people: FoundForms["people"][number][] = [];
  const data = (file: FoundFile): YamlData => {
    const read = readYaml(file);
    diagnostics.push(...read.diagnostics);
    return read.value?.data ?? null;
  };
  const files = found.value ?? [];
  const lexicon = files.find(({ inside }) => inside === "lexicon.yaml");
  const forms = lexicon === undefined ? null : data(lexicon);
  for (const entry of isFields(forms) && isList(forms.forms) ? forms.forms : [])
    if (isFields(entry))
      words.push({
        kind: string(entry.kind),
        text: string(entry.text),
        gender: optional(entry.gender),
        cases: cased(entry.cases),
      });
  for (const file of files)
    if (
      file !== lexicon &&
      /cases:|gender:|indeclinableSurname:/i.test(textOf(file.bytes)) &&
      mentions(textOf(file.bytes))
    )
      gather(data(file), { words, people });
  return { words, people, diagnostics };
}

/** What has `surname` is a person, what has a name and `cases` is a thing. */
function gather(
  value: YamlData,
  to: { readonly words: FoundForms["words"][number][]; readonly people: FoundForms["people"][number][] },
): void {
  if (isList(value)) for (const one of value) gather(one, to);
  if (!isFields(value)) return;
  const { surname, given, patronymic, gender, cases } = value;
  if (typeof surname === "string")
    to.people.push({
      text: [surname, given, patronymic].filter((part) => typeof part === "string").join(" "),
      gender: optional(gender),
      indeclinableSurname: value.indeclinableSurname === true,
      cases: cased(cases),
      surnameCases: cased(value.surnameCases),
    });
  else if (isFields(cases))
    for (const name of NAMES) {
      const text = value[name];
      const own = isFields(cases[name]) ? cases[name] : cases;
      if (typeof text === "string") to.words.push({ kind: "phrase", text, gender: null, cases: cased(own) });
    }
  for (const child of Object.values(value)) gather(child, to);
}

function cased(value: YamlData | undefined): FormsByCase {
  const forms = isFields(value) ? Object.entries(value) : [];
  return Object.fromEntries(forms.flatMap(([name, form]) => (typeof form === "string" ? [[name, form]] : [])));
}

function string(value: YamlData | undefined): string {
  return typeof value === "string" ? value : "";
}

function optional(value: YamlData | undefined): string | null {
  return typeof value === "string" ? value : null;
}
