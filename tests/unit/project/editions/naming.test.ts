import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { findRecord } from "../../../../src/paperwork/records/index.ts";
import type { PublicWording } from "../../../../src/project/editions/index.ts";
import { mayName } from "../../../../src/project/editions/naming.ts";
import { dossierOf } from "../../../support/dossier.ts";

const wording = parse(readFileSync("templates/editions/public.yaml", "utf8")) as PublicWording;
const person = (rest: string): string => `surname: Пример\ngiven: Анна\ngender: feminine\n${rest}`;
const dossier = dossierOf({
  "centre.yaml": `
names: [{full: школа, gender: feminine}]
territory: t
locality: с. Примерное
inn: "6700000014"
kpp: "670001001"
ogrn: "1026700000018"
address: 214500, с. Примерное
heads: [{person: head, title: директор, to: 2026-01-16}]
authority: {basis: charter, title: Устава}
abbreviation: ОО – ТРЦ
committee: o
institute: o
`,
  "territories/t.yaml":
    "names: [{full: район, short: район, common: район, gender: masculine}]\nregion: Смоленская область\n",
  "organisations/o.yaml":
    "role: committee\nnames: [{full: комитет, gender: masculine}]\nterritory: t\nlocality: г. Пример\n",
  "people/head.yaml": person("positions: [{title: советник, organisation: centre}]\n"),
  "people/deputy.yaml": person(
    "positions: [{title: заместитель директора по воспитательной работе, organisation: centre, from: 2025-09-01, to: 2025-12-31}]\n",
  ),
  "people/near.yaml": person("positions: [{title: заместитель директорского корпуса, organisation: centre}]\n"),
  "people/agreed.yaml": person(
    "positions: [{title: учитель, organisation: centre}]\nconsent: {date: 2025-10-01, until: 2025-12-31}\n",
  ),
  "people/open.yaml": person("positions: [{title: учитель, organisation: centre}]\nconsent: {date: 2025-10-01}\n"),
  "people/teacher.yaml": person("positions: [{title: учитель, organisation: centre}]\n"),
});

describe("who may be named", () => {
  it.each([
    ["head", "2026-01-16", "head"],
    ["head", "2026-01-17", "noConsent"],
    ["deputy", "2025-08-31", "noConsent"],
    ["deputy", "2025-09-01", "post"],
    ["deputy", "2026-01-01", "noConsent"],
    ["near", "2025-09-01", "noConsent"],
    ["agreed", "2025-09-30", "consentLater"],
    ["agreed", "2025-10-01", "consent"],
    ["agreed", "2025-12-31", "consent"],
    ["agreed", "2026-01-01", "consentEnded"],
    ["open", "2099-01-01", "consent"],
    ["teacher", "2025-10-01", "noConsent"],
  ])("%s on %s: %s", (id, date, answer) => {
    const record = findRecord(dossier, "people", id);
    if (record === undefined) throw new Error(id);
    expect(mayName(dossier, wording, record, date)).toBe(answer);
  });
});
