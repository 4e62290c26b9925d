import { describe, expect, it } from "vitest";
import { type CachedYaml, readYaml, type SourceFile, type YamlCache } from "../../../../src/base/yaml/index.ts";

const file = (text: string, path = "content/memory.yaml"): SourceFile => ({
  path,
  bytes: new TextEncoder().encode(text),
});
const dataOf = (source: SourceFile): unknown => readYaml(source).value?.data;

describe("a file that was read before", () => {
  it("is the same value while its bytes are the same, and is read anew when one of them changes", () => {
    const first = readYaml(file("name: a\n")).value;
    expect(readYaml(file("name: a\n")).value).toBe(first);
    expect(dataOf(file("name: b\n"))).toEqual({ name: "b" });
    expect(dataOf(file("name: a\n"))).toEqual({ name: "a" });
  });

  it("keeps its own place and its own limit", () => {
    expect(readYaml(file("name: a\n", "content/one.yaml")).value?.placeOf("/name").file).toBe("content/one.yaml");
    expect(readYaml(file("name: a\n", "content/two.yaml")).value?.placeOf("/name").file).toBe("content/two.yaml");
    const small = { ...file("name: a\n", "content/one.yaml"), limit: 3 };
    expect(readYaml(small).diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
  });

  it("reports its faults every time", () => {
    const broken = file("name: [a\n", "content/broken.yaml");
    const found = readYaml(broken).diagnostics;
    expect(found.length).toBeGreaterThan(0);
    expect(readYaml(broken).diagnostics).toEqual(found);
  });

  it("is kept for the next process as well", () => {
    const kept = new Map<string, CachedYaml>();
    const memory: YamlCache = {
      yaml: ({ path }) => kept.get(path),
      storeYaml: ({ path }, yaml) => kept.set(path, yaml),
      isValid: () => false,
      storeValid: () => undefined,
    };
    readYaml(file("name: a\n", "content/kept.yaml"));
    readYaml(file("name: a\n", "content/kept.yaml"), memory);
    expect(kept.get("content/kept.yaml")?.data).toEqual({ name: "a" });
  });
});
