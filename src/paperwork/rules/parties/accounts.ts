import { founderOf } from "../../facts/index.ts";
import { each, type RecordRule, type Text, text } from "../rule.ts";
import { accountKey, validAccount } from "./check-digits.ts";
import { COMPARE_WITH_REGISTER, wrongCode } from "./wrong-code.ts";

/** Accounts: the single treasury account has a key, the treasury account a structure. */
export const accounts: RecordRule = {
  code: "TRC2116",
  title: text("Неверный счёт", "A wrong account"),
  validations: ["V11"],
  why: text(
    "Платёж по неверному счёту вернётся: у счёта есть ключ, а у казначейского счёта – строение (643, ОКТМО)",
    "A payment to a wrong account comes back: an account has a key, a treasury account a structure",
  ),
  norm: "Порядок Банка России от 08.09.1997 № 515",
  example: {
    file: "organisations/base-obraztsovo.yaml",
    wrong:
      'bank: {name: УФК, bik: "016614901", singleTreasuryAccount: "40102810445370000056", treasuryAccount: "03234643666440006300"}',
    right:
      'bank: {name: УФК, bik: "016614901", singleTreasuryAccount: "40102810445370000055", treasuryAccount: "03234643666440006300"}',
  },
  check: each("organisations", function* (record, facts) {
    const { bank } = record.data;
    const { bik, treasuryAccount: treasury } = bank ?? {};
    for (const [property, name] of KEYED) {
      const account = bank?.[property];
      if (account !== undefined && bik !== undefined && !validAccount(account, bik))
        yield wrongCode({ pointer: `/bank/${property}`, name, value: account, check: accountKey(account, bik) });
    }
    if (bank !== undefined && treasury === undefined && bank.account === undefined)
      yield {
        pointer: "/bank",
        key: true,
        message: text("В реквизитах нет счёта", "There is no account in the bank details"),
        hints: text(
          "Добавьте казначейский счёт (singleTreasuryAccount, treasuryAccount) или расчётный счёт в банке (account, correspondentAccount)",
          "Add the treasury account (singleTreasuryAccount, treasuryAccount) or the account in a bank (account, correspondentAccount)",
        ),
      };
    if (treasury === undefined) return;
    const own = treasury.slice(8, 16);
    // The account of a school of the region holds the code of the region.
    const municipal = founderOf(facts.dossier, record, facts.today ?? LATER).kind === "municipality";
    const { oktmo: place } = (municipal && facts.find("territories", record.data.territory)?.data) || {};
    const oktmo = place?.slice(0, 8);
    if (!/^03\d{3}643\d{12}$/.test(treasury))
      yield {
        pointer: "/bank/treasuryAccount",
        message: text(
          `Казначейский счёт ${treasury} не того строения`,
          `The treasury account ${treasury} has a wrong structure`,
        ),
        hints: text(
          "Он начинается с 03, шестая–восьмая цифры – 643 (рубль)",
          "It begins with 03, its digits 6 to 8 are 643 (the rouble)",
        ),
      };
    else if (oktmo !== undefined && own !== oktmo)
      yield {
        pointer: "/bank/treasuryAccount",
        message: text(
          `В казначейском счёте код ОКТМО ${own}, а у территории – ${oktmo}`,
          `The treasury account holds OKTMO ${own}, the territory has ${oktmo}`,
        ),
        hints: COMPARE_WITH_REGISTER,
        actual: own,
        expected: oktmo,
      };
  }),
};

/** Where no day is asked about. */
const LATER = "9999-12-31";

/** Accounts with a key that depends on the BIK. */
const KEYED: readonly (readonly [
  property: "singleTreasuryAccount" | "account" | "correspondentAccount",
  name: Text,
])[] = [
  ["singleTreasuryAccount", text("Единый казначейский счёт", "The single treasury account")],
  ["account", text("Расчётный счёт", "The account")],
  ["correspondentAccount", text("Корреспондентский счёт", "The correspondent account")],
];
