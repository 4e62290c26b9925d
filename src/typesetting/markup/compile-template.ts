import Handlebars from "handlebars";
import {
  type Diagnostic,
  indexLines,
  type Place,
  type Position,
  raise,
  startOf,
  text,
} from "../../base/diagnostics/index.ts";
import type { TemplateFile } from "../kinds/index.ts";
import { FINDINGS } from "./findings.ts";
import { tooDeep } from "./meter.ts";
import { parseFault } from "./parse-fault.ts";
import { type ReadPath, Rewriter } from "./rewrite-template.ts";
import { PRIVATE_USE } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Program = hbs.AST.Program;

const NONE: ReadonlySet<string> = new Set();

type Compilation = {
  /** The checked and rewritten tree; absent when something is wrong with it. */
  readonly program?: Program;
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the partials that stand in it. */
  readonly partials: ReadonlySet<string>;
  /** What it reads, and the names it gives. */
  readonly names: TemplateNames;
};

/** The paths that a template reads in all its branches, and the names that it gives to values. */
export type TemplateNames = { readonly paths: readonly ReadPath[]; readonly given: ReadonlySet<string> };

const NO_NAMES: TemplateNames = { paths: [], given: NONE };

/**
 * Parses a template and rewrites its tree: outputs become `__emit`, names become `__get` (so that every lookup is ours and strict),
 * partials become `__partial`, and every piece of text is marked with its place. Whatever could print past the tokens is refused.
 * Codes TRC3201–TRC3207, TRC3301.
 */
export function compileTemplate(file: TemplateFile, vocabulary: Vocabulary): Compilation {
  const compiled = compileSource(file, {
    ...vocabulary,
    placeNumber: (place) => vocabulary.placeNumber(inFile(file, place)),
  });
  return {
    ...compiled,
    diagnostics: compiled.diagnostics.map((one) => ({
      ...one,
      place: one.place && inFile(file, one.place),
      related: one.related?.map((two) => ({ ...two, place: inFile(file, two.place) })),
    })),
  };
}

/** A place of the source as a place of its file. */
function inFile({ origin }: TemplateFile, place: Place): Place {
  if (origin === undefined) return place;
  const moved = ({ line, column }: Position): Position => ({
    line: line + origin.line - 1,
    column: line === 1 ? column + origin.column - 1 : column,
  });
  return { ...place, start: moved(place.start), end: moved(place.end) };
}

function compileSource(file: TemplateFile, vocabulary: Vocabulary): Compilation {
  const lines = indexLines(file.source);
  const privateUse = PRIVATE_USE.exec(file.source);
  if (privateUse) {
    const start = lines.at(privateUse.index);
    return {
      partials: NONE,
      names: NO_NAMES,
      diagnostics: [
        raise(FINDINGS.TRC3207, {
          message: text(
            "В шаблоне стоит символ из области для служебных нужд",
            "The template holds a character of the private use area",
          ),
          place: { file: file.path, start, end: { line: start.line, column: start.column + 1 } },
        }),
      ],
    };
  }
  let program: Program;
  const deep = (error: unknown): Diagnostic | null => {
    const place = startOf(file.path);
    return error instanceof RangeError ? tooDeep(place).diagnostic(place) : null;
  };
  try {
    program = Handlebars.parse(file.source);
  } catch (error) {
    return { diagnostics: [deep(error) ?? parseFault(file, error)], partials: NONE, names: NO_NAMES };
  }
  const rewriter = new Rewriter(file, vocabulary);
  try {
    rewriter.template(program);
  } catch (error) {
    const fault = deep(error);
    if (fault === null) throw error;
    return { diagnostics: [fault], partials: NONE, names: NO_NAMES };
  }
  const { found, partials, paths, given } = rewriter;
  const names = { paths, given };
  return found.length > 0 ? { diagnostics: found, partials, names } : { program, diagnostics: [], partials, names };
}
