import { describe, expect, it } from "vitest";
import { findings, render } from "../../../support/render.ts";

/** A template in which a value is put together with itself so many times over. */
function doubled(helper: string, seed: string, times: number): string {
  const names = [seed, ...Array.from({ length: times }, (_, index) => `v${index}`)];
  const open = names.slice(1).map((name, index) => `{{#let ${name}=(${helper} ${names[index]} ${names[index]})}}`);
  return `${open.join("")}{{length (list ${names.at(-1)})}}${"{{/let}}".repeat(times)}`;
}

const nested = (list: string, depth: number, inner: string): string =>
  `${`{{#each ${list}}}`.repeat(depth)}${inner}${"{{/each}}".repeat(depth)}`;

const TEN = "(list 1 2 3 4 5 6 7 8 9 10)";

describe("what a template may do", () => {
  it.each([
    ["nine loops, one in another", nested(TEN, 9, "x")],
    ["empty loops, one in another", nested(TEN, 9, "")],
    ["a range in a range", nested("(range 1 9999)", 2, "{{this}} ")],
    ["a list that is doubled", doubled("concat", "(list 1 2)", 40)],
    ["a text that is doubled", doubled("text", '"аб"', 40)],
    ["a text of texts", doubled("join", `(list ${'"а" '.repeat(9)})`, 0) + doubled("text", '"аб"', 21)],
    ["calls in calls", `{{text ${"(text ".repeat(3000)}"а"${")".repeat(3000)}}}`],
  ])("has an end: %s", (_, source) => {
    const { diagnostics } = render(source);
    expect(diagnostics.map(({ code }) => code)).toEqual(["TRC3215"]);
    // It names the template and the record.
    expect(diagnostics[0]?.place?.file).toBe("templates/kind/body.hbs");
    expect(diagnostics[0]?.related?.map(({ place }) => place.file)).toEqual(["content/record.yaml"]);
  });

  it("has an end where partials double themselves", () => {
    const partials = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `p${index}`,
        index < 29 ? `{{> p${index + 1}}}`.repeat(2) : "слово ".repeat(40),
      ]),
    );
    expect(render("{{> p0}}", { partials }).diagnostics.map(({ code }) => code)).toEqual(["TRC3215"]);
  });

  it("is counted for the whole document, and far more than documents need", () => {
    const { diagnostics, value } = render(nested("(range 1 60)", 2, "{{this}} "));
    expect(diagnostics).toEqual([]);
    expect(value?.body.blocks).toHaveLength(1);
  });
});

describe("a pattern to search by", () => {
  const people = [{ surname: `${"а".repeat(60)}б` }, { surname: "Седых" }];
  const found = (pattern: string): string[] =>
    findings(`{{length (matching people "surname" "${pattern}")}}`, { variables: { people } });

  it("takes no time that grows faster than the text", () => {
    for (const pattern of ["(а+)+$", "^(.*.*)*я$", "(а|а)*в"]) expect(found(pattern)).toEqual([]);
  });

  it("is refused in words where it is malformed, or looks back or ahead", () => {
    for (const pattern of ["(", "[а", "*", "(?=а)", "(а)\\1"]) expect(found(pattern)).toEqual(["TRC3216:1"]);
  });
});
