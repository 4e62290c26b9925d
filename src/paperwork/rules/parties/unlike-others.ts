import { founderOf } from "../../facts/index.ts";
import { each, type FindingIn, type RecordRule, type Text, text } from "../rule.ts";
import { validAccount } from "./check-digits.ts";

/** So many records that agree show how a code is made up. */
const ENOUGH = 2;

/** What codes without check digits have in common where the place is one: the digits of the treasury and of the kind of account. */
export const unlikeOthers: RecordRule = {
  code: "TRC2267",
  title: text("Код составлен не так, как у других", "A code made up unlike those of others"),
  validations: ["V11", "V12"],
  severity: "warning",
  why: text(
    "У кода нет контрольного числа, но его части повторяются: код органа казначейства – в лицевом и казначейском счёте, вид счёта и конец КПП – у всех школ",
    "The code has no check digit, but its parts recur: the treasury in both accounts, the kind of account and the end of a KPP with all schools",
  ),
  norm: "Порядок открытия лицевых счетов; порядок присвоения КПП",
  example: {
    file: "organisations/base-obraztsovo.yaml",
    wrong:
      'bank: {name: УФК, bik: "016614901", singleTreasuryAccount: "40102810445370000055", treasuryAccount: "03234643666440006300", personalAccount: "20366У00011"}',
    right:
      'bank: {name: УФК, bik: "016614901", singleTreasuryAccount: "40102810445370000055", treasuryAccount: "03234643666440006300", personalAccount: "20636У00011"}',
  },
  check: each("organisations", function* (record, facts) {
    const { bank = {}, kpp, role } = record.data;
    const whose = (one: typeof record): string => founderOf(facts.dossier, one, facts.today ?? LATER).kind;
    const { treasuryAccount = "", personalAccount = "", bik } = bank;
    const treasury = /^03\d{3}643\d{12}$/.test(treasuryAccount) ? treasuryAccount : "";
    const near = facts
      .all("organisations")
      .filter((other) => other !== record && bik !== undefined && other.data.bank?.bik === bik)
      .filter((other) => whose(other) === whose(record));
    const of = (own: RegExp, from: number, to: number): string | null =>
      common(
        near.flatMap(({ data: { role: theirs, bank: other } }) =>
          own.test(theirs ?? "school") ? (other?.treasuryAccount?.slice(from, to) ?? "") : [],
        ),
      );
    // Both accounts name the treasury; a treasury account that is unlike its neighbours' is told by another rule.
    const [office, named] = [treasury.slice(16), /^\d\d(\d\d)\d[А-Я]/u.exec(personalAccount)?.[1]];
    const offices = of(/./, 16, 20);
    if (office !== "" && (offices ?? office) === office && named !== undefined && named !== office.slice(0, 2))
      yield unlike(
        "/bank/personalAccount",
        text("Третья и четвёртая цифры лицевого счёта", "Digits 3 and 4 of the personal account"),
        [named, office.slice(0, 2)],
      );
    // A key does not tell two digits that differ by five and were exchanged.
    const single = bank.singleTreasuryAccount ?? "";
    const singles = common(near.map(({ data }) => data.bank?.singleTreasuryAccount ?? ""));
    if (singles !== null && bik !== undefined && single !== singles && validAccount(single, bik))
      yield unlike(
        "/bank/singleTreasuryAccount",
        text("Единый казначейский счёт этого БИК", "The single treasury account of this BIK"),
        [single, singles],
      );
    // Schools have one kind of account; with the committee they share its first digits, the budget of the place.
    const [who, end] = SCHOOL.test(role ?? "school") ? [SCHOOL, 5] : [MUNICIPAL, 4];
    const [kind, kinds] = [treasury.slice(2, end), of(who, 2, end)];
    if (kind !== "" && kinds !== null && who.test(role ?? "school") && kind !== kinds)
      yield unlike(
        "/bank/treasuryAccount",
        text("Казначейский счёт с третьей цифры", "The treasury account from its third digit"),
        [kind, kinds],
      );
    const last = /^\d{4}01(\d{3})$/.exec(kpp ?? "")?.[1];
    if (last !== undefined && last !== FIRST)
      yield unlike("/kpp", text("Конец КПП", "The end of the KPP"), [last, FIRST]);
  }),
};

/** Where no day is asked about. */
const LATER = "9999-12-31";
/** At its own place an organisation is registered once. */
const FIRST = "001";
const SCHOOL = /school$/;
const MUNICIPAL = /school$|^committee$/;

/** What all of them have; null where they differ or are too few. */
function common(values: readonly string[]): string | null {
  const given = values.filter((value) => value !== "");
  return given.length >= ENOUGH && given.every((value) => value === given[0]) ? (given[0] ?? null) : null;
}

function unlike(pointer: string, name: Text, [own, theirs]: readonly [own: string, theirs: string]): FindingIn {
  return {
    pointer,
    message: text(`${name.ru} – ${own}, ожидалось ${theirs}`, `${name.en}: ${own}, expected ${theirs}`),
    hints: text(
      "Сверьте номер с карточкой организации; если он верен, снимите замечание (waivers)",
      "Compare the number with the card of the organisation; if it is right, waive the finding (waivers)",
    ),
    actual: own,
    expected: theirs,
  };
}
