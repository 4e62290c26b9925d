import { confirm, intro, isCancel, note, outro, select, text } from "@clack/prompts";
import { ANSWERS_SCHEMA, type Answers } from "../desk/day/index.ts";

type Node = {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Node };
  readonly items?: Node;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
};
class Cancelled extends Error {}

/** Asks everything that the answers' schema has a title for, on the terminal; null when the person breaks off. */
export async function interview(): Promise<Answers | null> {
  intro("Новый территориальный ресурсный центр");
  note(
    "Ничего не записывается, пока вы не ответите на все вопросы.\nEnter без ответа пропускает необязательное, Ctrl+C прекращает.",
    "Как это работает",
  );
  try {
    const answers = (await askObject(ANSWERS_SCHEMA as Node)) as unknown as Answers;
    outro("Ответы получены");
    return answers;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    outro("Прервано, ничего не создано");
    return null;
  }
}

async function askObject(node: Node): Promise<{ [name: string]: unknown }> {
  const found: { [name: string]: unknown } = {};
  for (const [name, child] of Object.entries(node.properties ?? {})) {
    const needed = node.required?.includes(name) === true;
    const value = child.title === undefined ? await askUnclear(name, child, found) : await ask(child, needed);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

async function ask(node: Node, needed: boolean): Promise<unknown> {
  if (node.properties !== undefined) {
    note(node.description ?? "", node.title ?? "");
    const value = await askObject(node);
    return needed || Object.keys(value).length > 0 ? value : undefined;
  }
  if (node.items !== undefined) return askList(node);
  return askText(node, needed);
}

async function askList(node: Node): Promise<unknown[]> {
  const items: unknown[] = [];
  do {
    items.push(await ask(node.items ?? {}, true));
  } while (
    checked(
      await confirm({ message: `${node.title}: добавить ещё?`, active: "Да", inactive: "Нет", initialValue: false }),
    )
  );
  return items;
}

async function askText(node: Node, needed: boolean): Promise<string | undefined> {
  const message = `${node.title}${needed ? "" : " (можно пропустить)"}`;
  const answer = checked(
    await text({
      message,
      placeholder: `например: ${String(node.examples?.[0] ?? "")}`,
      validate: (value) => fault(value ?? "", node, needed),
    }),
  );
  const trimmed = (answer ?? "").trim();
  return trimmed === "" ? undefined : trimmed;
}

/** A person's gender is asked only when the patronymic does not tell it. */
async function askUnclear(
  name: string,
  node: Node,
  found: { readonly [name: string]: unknown },
): Promise<string | undefined> {
  const full = found["name"];
  if (name !== "gender" || typeof full !== "string" || /(вна|чна|вич|ьич|мич)$/.test(full)) return undefined;
  const options = (node.enum ?? []).map((value, index) => ({ value, label: node.enumDescriptions?.[index] ?? value }));
  return checked(await select({ message: `Пол (${full})`, options }));
}

function fault(value: string, node: Node, needed: boolean): string | undefined {
  const trimmed = value.trim();
  if (trimmed === "") return needed ? "Нужен ответ" : undefined;
  const wrong =
    (node.pattern !== undefined && !new RegExp(node.pattern).test(trimmed)) ||
    (node.format === "date" && !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(trimmed));
  return wrong ? `${node.description ?? ""} Например: ${String(node.examples?.[0] ?? "")}` : undefined;
}

function checked<T>(value: T): Exclude<T, symbol> {
  if (isCancel(value)) throw new Cancelled();
  return value as Exclude<T, symbol>;
}
