import { describe, expect, it } from "vitest";
import { FaultBase } from "../../../support/fault-base.ts";

describe("files that nobody has meant to be records", () => {
  const base = new FaultBase("content");
  it.each([
    ["Копия remchuk-pi.yaml", "удалите её"],
    ["remchuk-pi — копия.yaml", "удалите её"],
    ["remchuk-pi - Copy (2).yaml", "удалите её"],
    ["remchuk-pi (1).yaml", "удалите её"],
    ["remchuk-pi copy.yaml", "удалите её"],
    ["~$remchuk-pi.yaml", "закройте её"],
    [".#remchuk-pi.yaml", "закройте её"],
    ["Ремчук.yaml", "ivanova-mp.yaml"],
  ])("%s is told with what to do about it", (name, advice) => {
    const found = base.check({ [`people/${name}`]: base.textOf("people/remchuk-pi.yaml") ?? "" });
    expect(found.map(({ code }) => code)).toEqual(["TRC1020"]);
    expect(JSON.stringify(found[0]?.hints)).toContain(advice);
  });
});
