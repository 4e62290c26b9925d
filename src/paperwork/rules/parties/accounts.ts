import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields, string } from "../values.ts";
import { accountKey, validAccount } from "./check-digits.ts";
import { COMPARE_WITH_REGISTER, wrongCode } from "./wrong-code.ts";

/** Accounts: the single treasury account has a key, the treasury account a structure. */
export const accounts: RecordRule = {
  code: "TRC2116",
  title: text("Неверный счёт", "A wrong account"),
  validations: ["V11"],
  severity: "error",
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
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const bank = fields(record.data.bank);
      const bik = string(bank.bik);
      const single = string(bank.singleTreasuryAccount);
      const treasury = string(bank.treasuryAccount);
      if (single !== undefined && bik !== undefined && !validAccount(single, bik))
        yield wrongCode(
          record,
          "/bank/singleTreasuryAccount",
          text("Единый казначейский счёт", "The single treasury account"),
          single,
          accountKey(single, bik),
        );
      if (treasury === undefined) continue;
      const oktmo = string(facts.find("territories", record.data.territory)?.data.oktmo)?.slice(0, 8);
      if (!/^03\d{3}643\d{12}$/.test(treasury)) {
        yield {
          record,
          pointer: "/bank/treasuryAccount",
          message: text(
            `Казначейский счёт ${treasury} не того строения`,
            `The treasury account ${treasury} has a wrong structure`,
          ),
          hints: [
            text(
              "Он начинается с 03, шестая–восьмая цифры – 643 (рубль)",
              "It begins with 03, its digits 6 to 8 are 643 (the rouble)",
            ),
          ],
          actual: treasury,
        };
      } else if (oktmo !== undefined && treasury.slice(8, 16) !== oktmo) {
        yield {
          record,
          pointer: "/bank/treasuryAccount",
          message: text(
            `В казначейском счёте код ОКТМО ${treasury.slice(8, 16)}, а у территории – ${oktmo}`,
            `The treasury account holds OKTMO ${treasury.slice(8, 16)}, the territory has ${oktmo}`,
          ),
          hints: [COMPARE_WITH_REGISTER],
          actual: treasury.slice(8, 16),
          expected: oktmo,
        };
      }
    }
  },
};
