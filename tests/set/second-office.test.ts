import { beforeAll, describe, expect, it } from "vitest";
import { build, SAMPLES } from "../support/samples.ts";

/** Words of a document of the second centre, whose body is an «управление»; soft hyphenation of lines is none of them. */
const words = new Map<string, string>();
let running = new Map<string, string | undefined>();

beforeAll(async () => {
  const { documentLines } = await import("../../src/paperwork/document/index.ts");
  const kinds = ["regulation", "order-status", "order-operation", "agreement-committee", "agreement-base", "work-plan"];
  const { laid } = await build(null, { content: [SAMPLES.second], only: kinds });
  for (const { rendered } of laid)
    words.set(rendered.model.meta.kind, documentLines(rendered.model).join("\n").replaceAll("\u00a0", " "));
  const published = await build(null, { content: [SAMPLES.second], only: kinds, edition: "public" });
  running = new Map(published.laid.map(({ rendered: { model } }) => [model.meta.kind, model.running]));
});

describe("the papers of a centre under an «управление образования»", () => {
  it("call it by its own short name", () => {
    expect(words.get("regulation")).toContain("(далее – Управление образования)");
    expect(words.get("regulation")).toContain("осуществляет Управление образования.");
    for (const text of words.values()) expect(text).not.toMatch(/комитет/i);
  });

  it("say who approves the plan as the plan has it", () => {
    expect(words.get("agreement-committee")).toMatch(/План работы утверждает [а-яё]+ический совет Лицея\./i);
  });

  it("end with the status where they have no end of their own, and tell the other party of it only where it does not know", () => {
    expect(words.get("agreement-committee")).toContain("действует до прекращения статуса ТРЦ.");
    expect(words.get("agreement-committee")).not.toContain("О прекращении статуса");
    expect(words.get("agreement-base")).toContain("О прекращении статуса Лицей сообщает другой Стороне");
  });

  it("refer to no schedule that is not there, and give the sources of law in their order", () => {
    expect(words.get("order-operation")).not.toContain("график");
    expect(words.get("regulation")).toMatch(
      /Федеральным законом [^;]*, иными федеральными законами, [^;]* Правительства Российской Федерации, приказом /,
    );
  });

  it("say in the public edition that the centre has a copy of another body's document", () => {
    expect(running.get("regulation")).toMatch(/^Публичная редакция\. Копия – в деле № /);
    expect(running.get("order-operation")).toMatch(/^Публичная редакция\. Подлинник – в деле № /);
  });
});
