import { describe, expect, it } from "vitest";
import { FaultBase } from "../../../support/fault-base.ts";
import { overlay } from "../../../support/overlay.ts";

const base = new FaultBase("content");
const FILE = "organisations/institute.yaml";
const TEXT = base.texts.get(FILE) ?? "";

/** True when the rule has nothing to say about the value. */
function passes(code: string, snippet: string): boolean {
  return !base.check({ [FILE]: overlay(TEXT, snippet) }).some((found) => found.code === code);
}

describe("check digits by published vectors", () => {
  it.each(["6700000014", "6700000021", "6700000039", "6700000046"])("INN %s is right", (inn) =>
    expect(passes("TRC2114", `inn: "${inn}"`)).toBe(true),
  );
  it.each(["6700000015", "0000000000", "6700000041"])("INN %s is wrong", (inn) =>
    expect(passes("TRC2114", `inn: "${inn}"`)).toBe(false),
  );
  it.each(["1026700000018", "1026700000029", "1026700000030", "1026700000040"])("OGRN %s is right", (ogrn) =>
    expect(passes("TRC2115", `ogrn: "${ogrn}"`)).toBe(true),
  );
  it.each(["1026700000019", "1111111111111"])("OGRN %s is wrong", (ogrn) =>
    expect(passes("TRC2115", `ogrn: "${ogrn}"`)).toBe(false),
  );
  it.each([
    ["016614901", "40102810445370000055"],
    ["004525988", "40102810545370000003"],
    ["014030106", "40102810945370000005"],
    ["049805746", "40602810700000000025"],
    ["049805746", "30101810800000000746"],
  ])("account of BIK %s: %s is right, any other key is wrong", (bik, account) => {
    const bank = (number: string): string =>
      `bank: {name: УФК, bik: "${bik}", singleTreasuryAccount: "${number}", treasuryAccount: "03234643666440006300"}`;
    expect(passes("TRC2116", bank(account))).toBe(true);
    const other = `${account.slice(0, 8)}${(Number(account[8]) + 3) % 10}${account.slice(9)}`;
    expect(passes("TRC2116", bank(other))).toBe(false);
  });
});
