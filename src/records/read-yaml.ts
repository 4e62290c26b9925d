import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  Scalar,
} from "yaml";
import { type Diagnostic, indexLines, type LineIndex, type Outcome, type Place } from "../diagnostics/index.ts";
import type { SourceFile } from "../sources/index.ts";
import { decodeText } from "./decode.ts";
import type { FileMemory, KeptYaml } from "./file-memory.ts";
import { limited } from "./limit-findings.ts";
import { explainYamlError, faultRange } from "./yaml-errors.ts";
import {
  placeIn,
  type Range,
  type Spot,
  type SpotRange,
  type TextSpan,
  type YamlData,
  type YamlFile,
  yamlFile,
} from "./yaml-file.ts";

const MAX_DEPTH = 48;
/** Keys that reach into the prototype of an object. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads one YAML 1.2 document with the place of every value. Never throws, whatever the bytes.
 * Anchors, aliases, merge keys and tags are not part of the record format (TRC1007), so nothing can explode.
 * Codes TRC1001–TRC1011.
 *
 * @param memory of earlier readings: what it knows is not parsed again
 */
export function readYaml(source: SourceFile, memory: FileMemory | null = null): Outcome<YamlFile> {
  const decoded = decodeText(source);
  if (decoded.value === undefined) return { diagnostics: decoded.diagnostics };
  const text = decoded.value.replace(/^\ufeff/, "");
  const lines = indexLines(text);
  const kept = memory?.yaml(source);
  if (kept !== undefined) return { value: yamlFile(source.path, text, lines, kept), diagnostics: [] };
  const deep = tooDeep(text);
  if (deep !== null) return { diagnostics: [nesting(placeIn(source.path, lines, deep, deep + 1))] };
  try {
    const converted = convert(source.path, text, lines);
    if (converted.value !== undefined) memory?.keepYaml(source, converted.value);
    return converted.value === undefined
      ? { diagnostics: converted.diagnostics }
      : { value: yamlFile(source.path, text, lines, converted.value), diagnostics: [] };
  } catch (error) {
    // The parser recurses: what slipped past the depth check ends here instead of in a stack trace.
    if (!(error instanceof RangeError)) throw error;
    return { diagnostics: [nesting(placeIn(source.path, lines, 0, 1))] };
  }
}

function convert(file: string, text: string, lines: LineIndex): Outcome<KeptYaml> {
  const documents = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const first = Array.isArray(documents) ? documents[0] : undefined;
  if (first === undefined) return { diagnostics: [noData(placeIn(file, lines, 0, 1))] };
  const reader = new Reader(file, lines);
  const errors = (documents as readonly Document.Parsed[]).flatMap((document) => document.errors);
  for (const error of errors.slice(0, 30))
    reader.found.push(explainYamlError(error, reader.place(...faultRange(error, text)), lines));
  const second = (documents as readonly Document.Parsed[])[1];
  if (second !== undefined && errors.length === 0) reader.severalDocuments(second);
  if (errors.length > 0) return { diagnostics: reader.findings() };
  const data = reader.value(first.contents, "", 0);
  if (reader.found.length === 0 && data === null) reader.found.push(noData(reader.place(0, 1)));
  if (reader.found.length > 0) return { diagnostics: reader.findings() };
  return { value: { data, spans: reader.spans, spots: reader.spots() }, diagnostics: [] };
}

class Reader {
  readonly found: Diagnostic[] = [];
  readonly spans: TextSpan[] = [];
  readonly #spots = new Map<string, Spot>();
  readonly #file: string;
  readonly #lines: LineIndex;

  constructor(file: string, lines: LineIndex) {
    this.#file = file;
    this.#lines = lines;
  }

  spots(): SpotRange[] {
    return [...this.#spots].map(([pointer, { key, value }]) => [pointer, key, value]);
  }

  place(start: number, end: number): Place {
    return placeIn(this.#file, this.#lines, start, end);
  }

  findings(): Diagnostic[] {
    return limited(this.found, (finding) => finding, this.place(0, 1));
  }

  severalDocuments(second: Document.Parsed): void {
    this.#report(
      "TRC1006",
      "В файле несколько документов YAML (строка «---»)",
      ["Оставьте в файле одну запись, остальные вынесите в отдельные файлы"],
      second.range[0],
    );
  }

  value(node: Node | null | undefined, pointer: string, depth: number, key: Range | null = null): YamlData {
    if (node === null || node === undefined) return this.#spot(pointer, key, key ?? [0, 1], null);
    const [start, end] = node.range ?? [0, 1];
    const range: Range = [start, Math.max(start + 1, end)];
    const place = this.place(...range);
    if (depth > MAX_DEPTH) {
      this.found.push(nesting(place));
      return null;
    }
    if (isAlias(node)) return this.#refuse("Ссылка на якорь (*)", place);
    if (node.anchor !== undefined) return this.#refuse("Якорь (&)", place);
    if (node.tag !== undefined) return this.#refuse(`Тег ${node.tag}`, place);
    if (isScalar(node)) {
      if (typeof node.value === "string") this.spans.push({ pointer, start, end: node.range?.[1] ?? end });
      return this.#spot(pointer, key, range, this.#scalar(node, place));
    }
    this.#spot(pointer, key, range, null);
    if (isSeq(node)) {
      return node.items.map((item, index) => this.value(item as Node, `${pointer}/${index}`, depth + 1));
    }
    if (isMap(node)) return this.#map(node.items, pointer, depth);
    return null;
  }

  #map(pairs: readonly Pair[], pointer: string, depth: number): { [key: string]: YamlData } {
    const result: { [key: string]: YamlData } = {};
    for (const pair of pairs) {
      if (!isPair(pair) || !isScalar(pair.key) || typeof pair.key.value !== "string") {
        const range = (pair.key as Node | null)?.range ?? [0, 1];
        this.#report(
          "TRC1008",
          "Ключ должен быть простым словом",
          ["Напишите ключ латинскими буквами без скобок"],
          range[0],
          range[1],
        );
        continue;
      }
      const name = pair.key.value;
      const [start, end] = pair.key.range ?? [0, 1];
      const key = this.place(start, end);
      if (name === "<<") this.#refuse("Ключ слияния (<<)", key);
      else if (FORBIDDEN_KEYS.has(name))
        this.#report(
          "TRC1009",
          `Недопустимый ключ «${name}»`,
          ["Такого свойства у записей нет: удалите строку"],
          start,
          end,
        );
      else if (Object.hasOwn(result, name)) this.#duplicate(name, key, `${pointer}/${escapePointer(name)}`);
      else result[name] = this.value(pair.value as Node, `${pointer}/${escapePointer(name)}`, depth + 1, [start, end]);
    }
    return result;
  }

  #scalar(node: Scalar, place: Place): YamlData {
    const { value, source } = node;
    const plain = node.type === Scalar.PLAIN;
    if (plain && typeof value === "number" && source !== undefined && /^[-+]?0\d/.test(source)) {
      this.found.push({
        code: "TRC1010",
        severity: "error",
        message: `Число с нулём впереди «${source}» потеряет ноль`,
        hints: [`Возьмите значение в кавычки: "${source}"`],
        place,
        actual: source,
      });
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      this.found.push({
        code: "TRC1011",
        severity: "error",
        message: `«${source ?? value}» – не обычное число`,
        hints: ["Напишите число цифрами или возьмите значение в кавычки"],
        place,
      });
      return null;
    }
    if (typeof value === "bigint") return Number(value);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  }

  #duplicate(name: string, key: Place, pointer: string): void {
    const first = this.#spots.get(pointer)?.key;
    this.found.push({
      code: "TRC1005",
      severity: "error",
      message: `Ключ «${name}» указан дважды`,
      why: "Неясно, какое из двух значений верно",
      hints: ["Оставьте одну из двух строк"],
      place: key,
      ...(first
        ? { related: [{ message: `первый раз ключ «${name}» стоит здесь`, place: this.place(...first) }] }
        : {}),
    });
  }

  #refuse(what: string, place: Place): null {
    this.found.push({
      code: "TRC1007",
      severity: "error",
      message: `${what}: в записях не используется`,
      why: "Каждая запись читается сама по себе, чтобы её понял человек",
      hints: ["Напишите значение целиком; если оно начинается с *, & или !, возьмите его в кавычки"],
      place,
    });
    return null;
  }

  #report(code: string, message: string, hints: readonly string[], start: number, end = start + 1): void {
    this.found.push({ code, severity: "error", message, hints, place: this.place(start, end) });
  }

  #spot<T extends YamlData>(pointer: string, key: Range | null, value: Range, data: T): T {
    this.#spots.set(pointer, { key, value });
    return data;
  }
}

/** `a/b~c` → `a~1b~0c`, as JSON Pointer asks. @see RFC 6901, section 3 */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Offset at which brackets or indentation nest deeper than any record does; null when they do not. */
function tooDeep(text: string): number | null {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) depth++;
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
    else if (code === 0x0a) depth = Math.min(depth, MAX_DEPTH);
    if (depth > MAX_DEPTH * 4) return index;
  }
  const dashes = /(?:^|\n)[ ]*(?:- ){60}/.exec(text);
  return dashes === null ? null : dashes.index;
}

function nesting(place: Place): Diagnostic {
  return {
    code: "TRC1012",
    severity: "error",
    message: `Слишком глубокая вложенность: больше ${MAX_DEPTH} уровней`,
    hints: ["Проверьте скобки и отступы: так глубоко записи не вложены"],
    place,
  };
}

function noData(place: Place): Diagnostic {
  return {
    code: "TRC1002",
    severity: "error",
    message: "В файле нет данных, только примечания",
    hints: ["Заполните запись или удалите файл"],
    place,
  };
}
