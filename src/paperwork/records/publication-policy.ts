import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import {
  propertiesOf,
  referenceOf,
  type SchemaLocation,
  type SchemaNode,
  type SchemaSet,
  spread,
} from "../../base/yaml/index.ts";
import { FINDINGS } from "./findings.ts";

/**
 * What the public edition shows of a property, from the mildest to the strictest (`x-publish` of the schema):
 * - `keep`: the value as it is; of an object or a list of objects, its parts by their own policies;
 * - `initials`: of a person who may be named, surname and initials only, of any other the post;
 * - `position`: of a person who may be named, the name, of any other the post;
 * - `mask`: a mark in place of the value, for a required property that templates print unasked;
 * - `drop`: nothing, as if an optional property were not filled; its parts need no policy of their own.
 * A schema may drop its records whole. A list hands its policy to its items. Where two schemas describe one property the stricter word holds.
 */
export const POLICIES = ["keep", "initials", "position", "mask", "drop"] as const;
/** What the public edition shows of a property. */
export type Policy = (typeof POLICIES)[number];

/** Keyword of the schemas. */
export const POLICY_KEYWORD = "x-publish";

/** The policy of a value by the nodes that describe it; nothing is shown of a value without one. */
export function policyOf(nodes: readonly SchemaLocation[]): Policy {
  const found = nodes.map(({ node }) => POLICIES.indexOf(node[POLICY_KEYWORD] as Policy)).filter((rank) => rank >= 0);
  return found.length === 0 ? "drop" : (POLICIES[Math.max(...found)] ?? "drop");
}

/**
 * Every property that a schema file declares must have a policy (TRC6501), and one that suits it (TRC6502). `pointer` is that of the property
 * in the schema file.
 */
export function checkPolicies(set: SchemaSet, uri: string): Diagnostic[] {
  const root = set.schemas.get(uri);
  // A schema that is dropped whole: nothing of its records is ever shown.
  if (root === undefined || root[POLICY_KEYWORD] === "drop") return [];
  const person = uri.endsWith("/person.json");
  const definitions = Object.entries(root.$defs ?? {});
  return [
    ...objectFaults({ set, base: uri, person }, root, ""),
    ...definitions.flatMap(([name, node]) => objectFaults({ set, base: uri, person }, node, `/$defs/${name}`)),
  ];
}

type Walk = { readonly set: SchemaSet; readonly base: string; readonly person: boolean };

function objectFaults(walk: Walk, node: SchemaNode, pointer: string): Diagnostic[] {
  const nodes = spread(walk.set, { base: walk.base, node });
  const required = new Set(nodes.flatMap(({ node: one }) => one.required ?? []));
  const known = propertiesOf(walk.set, nodes);
  const own = Object.entries(node.properties ?? {});
  const inherited = [...required].filter((name) => !own.some(([key]) => key === name) && known.has(name));
  return [
    ...own.flatMap(([name, child]) =>
      propertyFaults(walk, { name, child, pointer: `${pointer}/properties/${name}`, required: required.has(name) }),
    ),
    ...inherited
      .filter((name) => policyOf(known.get(name) ?? []) === "drop" && node.required !== undefined)
      .map((name) => requiredDrop(name, `${pointer}/required`)),
    ...branchFaults(walk, node, pointer),
    ...(typeof node.items === "object" ? objectFaults(walk, node.items, `${pointer}/items`) : []),
  ];
}

function branchFaults(walk: Walk, node: SchemaNode, pointer: string): Diagnostic[] {
  return (["allOf", "anyOf", "oneOf"] as const).flatMap((keyword) =>
    (node[keyword] ?? []).flatMap((branch, index) => objectFaults(walk, branch, `${pointer}/${keyword}/${index}`)),
  );
}

type Property = {
  readonly name: string;
  readonly child: SchemaNode;
  readonly pointer: string;
  readonly required: boolean;
};

function propertyFaults(walk: Walk, { name, child, pointer, required }: Property): Diagnostic[] {
  const written = child[POLICY_KEYWORD];
  const policy = POLICIES.find((one) => one === written);
  if (policy === undefined) return [noPolicy(name, written, pointer)];
  // What is dropped whole needs no policies inside.
  if (policy === "drop") return required ? [requiredDrop(name, pointer)] : [];
  const nodes = [child, ...(child.items === undefined ? [] : [child.items])].flatMap((node) =>
    spread(walk.set, { base: walk.base, node }),
  );
  const people = referenceOf(nodes) === "people";
  const suits = people
    ? policy !== "keep" && policy !== "mask"
    : policy !== "initials" && (policy !== "position" || walk.person);
  return [...(suits ? [] : [unsuited({ name, policy, pointer, people })]), ...objectFaults(walk, child, pointer)];
}

function noPolicy(name: string, written: unknown, pointer: string): Diagnostic {
  return raise(FINDINGS.TRC6501, {
    pointer,
    message:
      written === undefined
        ? text(
            `У свойства «${name}» не указано, как его публиковать`,
            `The property “${name}” does not say how it is published`,
          )
        : text(
            `У свойства «${name}» неизвестное правило публикации «${String(written)}»`,
            `The property “${name}” has an unknown publication policy “${String(written)}”`,
          ),
    hints: text(
      `Добавьте в схему "${POLICY_KEYWORD}": "keep" (печатать), "position" (лицо – должностью), "initials", "mask" или "drop"`,
      `Add to the schema "${POLICY_KEYWORD}": "keep" (print it), "position" (a person by the post), "initials", "mask" or "drop"`,
    ),
  });
}

function requiredDrop(name: string, pointer: string): Diagnostic {
  return raise(FINDINGS.TRC6502, {
    pointer,
    message: text(
      `Обязательное свойство «${name}» не может иметь правило публикации "drop": шаблон печатает его без проверки`,
      `The required property “${name}” cannot have the publication policy "drop": templates print it without asking`,
    ),
    hints: text(
      `Напишите "mask" или уберите свойство из required`,
      `Write "mask" or take the property out of required`,
    ),
  });
}

type Unsuited = { readonly name: string; readonly policy: Policy; readonly pointer: string; readonly people: boolean };

function unsuited({ name, policy, pointer, people }: Unsuited): Diagnostic {
  return raise(FINDINGS.TRC6502, {
    pointer,
    message: people
      ? text(
          `Ссылка на лицо «${name}» не может иметь правило публикации "${policy}"`,
          `The reference to a person “${name}” cannot have the publication policy "${policy}"`,
        )
      : text(
          `Свойство «${name}» – не ссылка на лицо: правило публикации "${policy}" ему не подходит`,
          `The property “${name}” is no reference to a person: the publication policy "${policy}" does not suit it`,
        ),
    hints: people
      ? text(`Напишите "position", "initials" или "drop"`, `Write "position", "initials" or "drop"`)
      : text(`Напишите "keep", "mask" или "drop"`, `Write "keep", "mask" or "drop"`),
  });
}
