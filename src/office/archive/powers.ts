import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readGiven, readingReason } from "../../base/storage/index.ts";
import { folded, numericDate } from "../../base/text/index.ts";
import { FINDINGS } from "./findings.ts";
import type { PassportFile } from "./passport.ts";
import { NoPower, type Power, type PowerReport, readPower } from "./read-power.ts";
import type { SignatureReport } from "./signatures.ts";

/** What powers are checked against. */
export type PowerQuestion = {
  readonly signatures: readonly SignatureReport[];
  /** Taxpayer's numbers of the organisations that may be the principal; null where they are not known. */
  readonly inns: ReadonlySet<string> | null;
  /** The day of the accession, ISO: of a signature without a time stamp. */
  readonly at: string;
  /** How many the bag has already. */
  readonly kept?: number;
};

/** Reads machine-readable powers of attorney that come with signatures, and checks them against the signers. Codes TRC8342, TRC8343. */
export async function takePowers(
  paths: readonly string[],
  question: PowerQuestion,
): Promise<{
  readonly files: readonly PassportFile[];
  readonly reports: readonly PowerReport[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const files: PassportFile[] = [];
  const reports: PowerReport[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    try {
      const bytes = await readGiven(path);
      const power = readPower(bytes);
      const file = `power-${(question.kept ?? 0) + files.length + 1}.xml`;
      const doubts = doubtsOf(power, question);
      files.push({ name: file, role: "power-of-attorney", mime: "application/xml", bytes });
      reports.push({ file, ...power, doubts: doubts.map(({ ru }) => ru), unchecked: UNCHECKED });
      diagnostics.push(...doubts.map((doubt) => raise(FINDINGS.TRC8343, { of: [power.number, doubt] })));
    } catch (error) {
      if (!(error instanceof NoPower || isSystemFault(error))) throw error;
      const why = error instanceof NoPower ? error.said : readingReason(error);
      diagnostics.push(raise(FINDINGS.TRC8342, { of: [path, why] }));
    }
  }
  return { files, reports, diagnostics };
}

/** What cannot be known without the register of the tax service and its classifier. */
const UNCHECKED: readonly string[] = [
  "регистрация и отзыв доверенности в реестре налоговой службы: нужна сеть",
  "подпись доверителя под доверенностью",
  "достаточно ли полномочий для этого документа",
];

function doubtsOf(power: Power, { signatures, inns, at }: PowerQuestion): Text[] {
  const signers = signatures.flatMap(({ signers: own }) => own);
  const own = signers.filter(({ holder }) => power.representatives.some(({ name }) => isSame(name, holder ?? "")));
  const days = own.length > 0 ? own.map(({ timeStamp }) => timeStamp?.slice(0, 10) ?? at) : [at];
  const people = power.representatives.map(({ name }) => name).join(", ");
  const foreign = inns !== null && !power.principals.some(({ inn }) => inn !== null && inns.has(inn));
  return [
    ...(own.length === 0
      ? [
          text(
            `представитель – ${people || "не назван"}, а подписал ${signers.map(({ holder }) => holder ?? "неизвестно кто").join(", ") || "никто"}`,
            `it is given to ${people || "nobody"}, and ${signers.map(({ holder }) => holder ?? "somebody unknown").join(", ") || "nobody"} signed`,
          ),
        ]
      : []),
    ...(foreign
      ? [
          text(
            `доверитель (${power.principals.map(({ name, inn }) => `${name}, ИНН ${inn ?? "не назван"}`).join("; ") || "не назван"}) – не из организаций записей`,
            `the principal (${power.principals.map(({ name, inn }) => `${name}, INN ${inn ?? "not given"}`).join("; ") || "not given"}) is none of the organisations of the records`,
          ),
        ]
      : []),
    ...(power.until === null ? [text("срок не назван", "it names no last day")] : []),
    ...days.flatMap((day) => [
      ...(power.until !== null && day > power.until
        ? [
            text(
              `${numericDate(day)} её срок уже истёк (${numericDate(power.until)})`,
              `on ${day} it had ended (${power.until})`,
            ),
          ]
        : []),
      ...(power.issued !== null && day < power.issued
        ? [
            text(
              `${numericDate(day)} её ещё не было (${numericDate(power.issued)})`,
              `on ${day} it was not given yet (${power.issued})`,
            ),
          ]
        : []),
    ]),
    ...(power.substituted
      ? [
          text(
            "выдана в порядке передоверия: первая доверенность – другой файл",
            "it was given on: the first power is another file",
          ),
        ]
      : []),
  ];
}

/** A certificate has the surname and the given names, some the surname first, some with ё spelt as е. */
function isSame(name: string, holder: string): boolean {
  const words = (one: string): string[] => folded(one).match(/\p{L}+/gu) ?? [];
  const known = new Set(words(holder));
  const [surname, given] = words(name);
  return surname !== undefined && given !== undefined && known.has(surname) && known.has(given);
}
