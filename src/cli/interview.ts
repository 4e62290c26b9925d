import { confirm, intro, isCancel, note, outro, text as prompt, select } from "@clack/prompts";
import { type Text, text } from "../base/diagnostics/index.ts";
import { ANSWERS_SCHEMA, type Answers, saysFounder } from "../desk/drafting/index.ts";
import type { Output } from "./output.ts";

type Words = {
  readonly title?: string;
  readonly description?: string;
  readonly enumDescriptions?: readonly string[];
};
type Node = Words & {
  readonly "x-en"?: Words;
  readonly type?: string;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Node };
  readonly items?: Node;
  readonly enum?: readonly string[];
};
class Cancelled extends Error {}

/** Properties that mostly follow from another one of the same answer. */
const UNCLEAR: {
  readonly [name: string]: {
    readonly from: string;
    readonly isClear: (full: string) => boolean;
    readonly question: Text;
  };
} = {
  gender: {
    from: "name",
    isClear: (full) => /(вна|чна|вич|ьич|мич)$/.test(full),
    question: text("Пол", "Gender"),
  },
  founder: { from: "full", isClear: saysFounder, question: text("Чья это школа", "Whose school it is") },
};

/** Asks everything that the answers' schema has a title for, on the terminal; null when the person breaks off. */
export async function interview(output: Output): Promise<Answers | null> {
  const { say } = output;
  intro(say(text("Новый территориальный ресурсный центр", "A new territorial resource centre")));
  note(
    say(
      text(
        "Ничего не записывается, пока вы не ответите на все вопросы.\nEnter без ответа пропускает необязательное, Ctrl+C прекращает.",
        "Nothing is written until you have answered all the questions.\nEnter without an answer skips what may be skipped, Ctrl+C breaks off.",
      ),
    ),
    say(text("Как это работает", "How it works")),
  );
  try {
    const answers = (await new Interview(output).object(ANSWERS_SCHEMA as Node)) as unknown as Answers;
    outro(say(text("Ответы получены", "The answers are taken")));
    return answers;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    outro(say(text("Прервано, ничего не создано", "Broken off, nothing was made")));
    return null;
  }
}

class Interview {
  readonly #say: (words: Text) => string;
  readonly #words: (node: Node) => Words;

  constructor({ say, language }: Output) {
    this.#say = say;
    this.#words = (node) => (language === "en" ? (node["x-en"] ?? node) : node);
  }

  async object(node: Node): Promise<{ [name: string]: unknown }> {
    const found: { [name: string]: unknown } = {};
    for (const [name, child] of Object.entries(node.properties ?? {})) {
      const needed = node.required?.includes(name) === true;
      const value =
        child.title === undefined ? await this.#unclear(name, child, found) : await this.#ask(child, needed);
      if (value !== undefined) found[name] = value;
    }
    return found;
  }

  async #ask(node: Node, needed: boolean): Promise<unknown> {
    if (node.items !== undefined) return this.#list(node);
    if (node.properties === undefined) return this.#text(node, needed);
    const { title = "", description = "" } = this.#words(node);
    note(description, title);
    const value = await this.object(node);
    return needed || Object.keys(value).length > 0 ? value : undefined;
  }

  async #list(node: Node): Promise<unknown[]> {
    const { title } = this.#words(node);
    const items: unknown[] = [];
    const more = {
      message: this.#say(text(`${title}: добавить ещё?`, `${title}: add another one?`)),
      active: this.#say(text("Да", "Yes")),
      inactive: this.#say(text("Нет", "No")),
      initialValue: false,
    };
    do {
      items.push(await this.#ask(node.items ?? {}, true));
    } while (checked(await confirm(more)));
    return items;
  }

  async #text(node: Node, needed: boolean): Promise<string | undefined> {
    const example = String(node.examples?.[0] ?? "");
    const answer = checked(
      await prompt({
        message: `${this.#words(node).title}${needed ? "" : this.#say(text(" (можно пропустить)", " (may be skipped)"))}`,
        placeholder: this.#say(text(`например: ${example}`, `for example: ${example}`)),
        validate: (value) => this.#fault((value ?? "").trim(), node, needed),
      }),
    );
    const trimmed = (answer ?? "").trim();
    return trimmed === "" ? undefined : trimmed;
  }

  /** What mostly follows from a name is asked only when it does not: a person's gender from the patronymic, whose a school is from its full name. */
  async #unclear(name: string, node: Node, found: { readonly [name: string]: unknown }): Promise<string | undefined> {
    const asked = UNCLEAR[name];
    const full = asked === undefined ? undefined : found[asked.from];
    if (asked === undefined || typeof full !== "string" || asked.isClear(full)) return undefined;
    const { enumDescriptions } = this.#words(node);
    const options = (node.enum ?? []).map((value, index) => ({ value, label: enumDescriptions?.[index] ?? value }));
    const message = this.#say(text(`${asked.question.ru} (${full})`, `${asked.question.en} (${full})`));
    return checked(await select({ message, options }));
  }

  #fault(value: string, node: Node, needed: boolean): string | undefined {
    if (value === "") return needed ? this.#say(text("Нужен ответ", "An answer is needed")) : undefined;
    const wrong =
      (node.pattern !== undefined && !new RegExp(node.pattern).test(value)) ||
      (node.format === "date" && !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value));
    if (!wrong) return undefined;
    const [{ description = "" }, example] = [this.#words(node), String(node.examples?.[0] ?? "")];
    return this.#say(text(`${description} Например: ${example}`, `${description} For example: ${example}`));
  }
}

function checked<T>(value: T): Exclude<T, symbol> {
  if (isCancel(value)) throw new Cancelled();
  return value as Exclude<T, symbol>;
}
