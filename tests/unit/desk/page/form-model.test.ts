import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formOf } from "../../../../src/desk/page/form-model.ts";
import type { FormField } from "../../../../src/desk/page/page-types.ts";
import { kindUri, readSchemas, sharedUri } from "../../../../src/paperwork/records/index.ts";
import { SHARED_SCHEMAS } from "../../../../src/paperwork/schemas/index.ts";

const files = readdirSync("templates", { recursive: true, encoding: "utf8" })
  .filter((name) => /^[^/\\]+[/\\](schema\.json|kind\.yaml)$/.test(name))
  .map((name) => ({
    path: `templates/${name}`,
    inside: name.replaceAll("\\", "/"),
    bytes: readFileSync(join("templates", name)),
  }));
const { value: schemas } = readSchemas(files);
if (schemas === undefined) throw new Error("no schemas");
const forms = [
  ...Object.keys(SHARED_SCHEMAS)
    .filter((name) => name !== "common")
    .map((name) => sharedUri(name)),
  ...[...schemas.kinds].map((kind) => kindUri(kind)),
].map((uri) => [uri, formOf(schemas, uri)] as const);

/** Every field with the way to it. */
function all(fields: readonly FormField[], at: string): [string, FormField, readonly FormField[]][] {
  return fields.flatMap((field): [string, FormField, readonly FormField[]][] => {
    const path = `${at}/${field.name}`;
    const inner = [field.item ?? [], field.variants ?? []].flat();
    return [
      [path, field, fields],
      ...all(field.fields ?? [], path),
      ...inner.flatMap((one) => all(one.fields ?? one.item?.fields ?? [], path)),
    ];
  });
}
const everything = forms.flatMap(([uri, fields]) => all(fields, uri));

describe("the form of a record", () => {
  it("has a short Russian label for every property, another one for each neighbour", () => {
    expect(everything.length).toBeGreaterThan(900);
    const wrong = everything.filter(
      ([, { label }, beside]) =>
        !/^[А-ЯЁA-Z«][^:;]{1,41}$/.test(label) ||
        !/[а-яё]|[А-ЯЁ]{3}/.test(label) ||
        beside.filter((one) => one.label === label).length > 1,
    );
    expect(wrong.map(([path, { label }]) => `${path}: ${label}`)).toEqual([]);
  });

  it("has hints for who types into a form: no name of a property, command or file", () => {
    const named = everything.filter(([, { hint }]) => /(?<![\p{L}\d@.])[a-z]{2,}/u.test(hint));
    expect(named.map(([path, { hint }]) => `${path}: ${hint}`)).toEqual([]);
    expect(everything.filter(([, { hint }]) => hint !== "").length).toBeGreaterThan(400);
  });

  it("asks for what every alternative has, not for what one of them has", () => {
    const amends = formOf(schemas, kindUri("order-amendment")).find(({ name }) => name === "amends");
    const fields = new Map(amends?.item?.fields?.map((field) => [field.name, field.required]));
    expect(["order", "regulation", "plan", "changes"].map((name) => fields.get(name))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it("shows every property with a control of its own, but for the few that are of several types", () => {
    const other = everything.filter(([, { control, variants = [] }]) => control === "other" && variants.length === 0);
    expect(other.map(([path]) => path)).toEqual([]);
  });

  it("chooses people and organisations, dates and words of a list", () => {
    const order = new Map(formOf(schemas, kindUri("order-general")).map((field) => [field.name, field]));
    expect(order.get("date")).toMatchObject({ label: "Дата подписания", control: "date", required: true });
    expect(order.get("kind")).toMatchObject({ control: "fixed" });
    expect(order.get("number")).toMatchObject({ control: "text", required: true, example: "145-ОД" });
    const { fields: item = [] } = order.get("items")?.item ?? {};
    expect(order.get("items")).toMatchObject({ control: "list", required: true, item: { control: "group" } });
    expect(item.find(({ name }) => name === "text")).toMatchObject({ control: "long", required: true });
    expect(item.find(({ name }) => name === "assignees")).toMatchObject({
      control: "list",
      item: { control: "reference", collection: "people" },
    });
    const settings = formOf(schemas, sharedUri("settings")).find(({ name }) => name === "workWeek");
    expect(settings?.choices?.map(({ value }) => value)).toEqual([5, 6]);
    const person = new Map(formOf(schemas, sharedUri("person")).map((field) => [field.name, field]));
    expect(person.get("gender")).toMatchObject({
      control: "choice",
      choices: [
        { value: "feminine", label: "женский" },
        { value: "masculine", label: "мужской" },
      ],
    });
  });
});
