import { describe, expect, it } from "vitest";
import { passportWith } from "../../../../src/office/archive/passport.ts";
import type { SignatureReport } from "../../../../src/office/archive/signatures.ts";

const PASSPORT = `<?xml version="1.0" encoding="UTF-8"?>
<passport>
  <files>
    <file name="a.pdf"/>
  </files>
  <status>issued</status>
  <history>
    <event date="2025-01-01">Издан</event>
  </history>
</passport>
`;

const signedBy = (holder: string): SignatureReport =>
  ({ file: "a.pdf.sig", bytes: new Uint8Array([1]), signers: [{ holder, serial: "01" }] }) as never;

describe("passportWith", () => {
  it.each(["X $' Y", "Фирма $& Ко", "ООО A$$B", "$`", "$1"])("keeps a holder named %s as it is", (holder) => {
    const next = passportWith(
      PASSPORT,
      { signatures: [signedBy(holder)] },
      { text: `Подпись ${holder}`, date: "2025-02-01" },
    );
    expect(next).toContain(`<holder>${holder.replaceAll("&", "&amp;")}</holder>`);
    expect(next).toContain(`<event date="2025-02-01">Подпись ${holder.replaceAll("&", "&amp;")}</event>`);
    // Only what was added is new.
    const twice = passportWith(next, { signatures: [signedBy(holder)] }, { text: "Ещё", date: "2025-03-01" });
    expect(twice.match(/<signatures>/g)).toHaveLength(1);
    expect(twice.match(/<signature file=/g)).toHaveLength(2);
    expect(PASSPORT.split("\n").filter((line) => !twice.includes(line))).toEqual([]);
    expect(twice.match(/<passport>/g)).toHaveLength(1);
  });
});
