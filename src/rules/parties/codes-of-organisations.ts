import type { ContentRecord } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields, string } from "../values.ts";
import { accountKey, innCheck, ogrnCheck, okpoCheck, validAccount, validInn, validOgrn } from "./check-digits.ts";

const DIGITS = text(
  "Последние цифры номера вычисляются из остальных, поэтому опечатка видна сразу",
  "The last digits are computed from the others, so a slip shows at once",
);
const COPY = text(
  "Сверьте номер с выпиской из реестра или карточкой организации",
  "Compare the number with the extract from the register",
);

function wrong(record: ContentRecord, pointer: string, name: string, value: string, check: string | null): Finding {
  return {
    record,
    pointer,
    message: text(`${name} ${value}: контрольное число не сходится`, `${name} ${value}: the check digit is wrong`),
    hints: [COPY],
    actual: value,
    ...(check === null ? {} : { expected: `…${check}` }),
  };
}

export const inn: RecordRule = {
  code: "TRC2114",
  validations: ["V11"],
  severity: "error",
  why: DIGITS,
  norm: "Порядок присвоения ИНН (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'inn: "6700000015"', right: 'inn: "6700000014"' },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const value = string(record.data["inn"]);
      if (value !== undefined && !validInn(value)) yield wrong(record, "/inn", "ИНН", value, innCheck(value));
    }
  },
};

export const ogrn: RecordRule = {
  code: "TRC2115",
  validations: ["V11"],
  severity: "error",
  why: DIGITS,
  norm: "Порядок ведения ЕГРЮЛ (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'ogrn: "1026700000019"', right: 'ogrn: "1026700000018"' },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const value = string(record.data["ogrn"]);
      if (value !== undefined && !validOgrn(value)) yield wrong(record, "/ogrn", "ОГРН", value, ogrnCheck(value));
    }
  },
};

/** Accounts: the single treasury account has a key, the treasury account a structure. */
export const accounts: RecordRule = {
  code: "TRC2116",
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
      const bank = fields(record.data["bank"]);
      const bik = string(bank["bik"]);
      const single = string(bank["singleTreasuryAccount"]);
      const treasury = string(bank["treasuryAccount"]);
      if (single !== undefined && bik !== undefined && !validAccount(single, bik))
        yield wrong(record, "/bank/singleTreasuryAccount", "Единый казначейский счёт", single, accountKey(single, bik));
      if (treasury === undefined) continue;
      const oktmo = string(facts.find("territories", record.data["territory"])?.data["oktmo"])?.slice(0, 8);
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
          hints: [COPY],
          actual: treasury.slice(8, 16),
          expected: oktmo,
        };
      }
    }
  },
};

export const okpo: RecordRule = {
  code: "TRC2117",
  validations: ["V11"],
  severity: "error",
  why: DIGITS,
  norm: "Общероссийский классификатор предприятий и организаций",
  example: { file: "organisations/institute.yaml", wrong: 'okpo: "12345679"', right: 'okpo: "12345678"' },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const value = string(record.data["okpo"]);
      const check = value === undefined ? null : okpoCheck(value);
      if (value !== undefined && check !== null && !value.endsWith(check))
        yield wrong(record, "/okpo", "ОКПО", value, check);
    }
  },
};

export const kpp: RecordRule = {
  code: "TRC2118",
  validations: ["V12"],
  severity: "warning",
  why: text(
    "Первые четыре цифры КПП – код налоговой инспекции; обычно они те же, что в ИНН (кроме филиалов и переехавших)",
    "The first four digits of a KPP name the tax office and are usually those of the INN",
  ),
  norm: "Порядок присвоения КПП (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'kpp: "770001001"', right: 'kpp: "670001001"' },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const [value, tax] = [string(record.data["kpp"]), string(record.data["inn"])];
      if (value === undefined || tax === undefined || value.slice(0, 4) === tax.slice(0, 4)) continue;
      yield {
        record,
        pointer: "/kpp",
        message: text(
          `КПП ${value} начинается не так, как ИНН ${tax}`,
          `The KPP ${value} does not begin like the INN ${tax}`,
        ),
        hints: [
          text(
            "Если организация переехала, снимите замечание в waivers",
            "If the organisation has moved, waive the finding",
          ),
          COPY,
        ],
        actual: value.slice(0, 4),
        expected: tax.slice(0, 4),
      };
    }
  },
};

export const ogrnStructure: RecordRule = {
  code: "TRC2119",
  validations: ["V13"],
  severity: "warning",
  why: text(
    "В ОГРН первая цифра – 1 или 5, вторая и третья – год записи, четвёртая и пятая – код субъекта",
    "An OGRN begins with 1 or 5, then come the year and the region",
  ),
  norm: "Порядок ведения ЕГРЮЛ (ФНС России)",
  example: { file: "organisations/institute.yaml", wrong: 'ogrn: "2026700000017"', right: 'ogrn: "1026700000018"' },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const [value, tax] = [string(record.data["ogrn"]), string(record.data["inn"])];
      if (value === undefined || value.length !== 13) continue;
      const problem = ogrnProblem(value, tax);
      if (problem !== null) yield { record, pointer: "/ogrn", ...problem, hints: [COPY], actual: value };
    }
  },
};

function ogrnProblem(ogrn: string, tax: string | undefined): Pick<Finding, "message"> | null {
  if (!/^[15]/.test(ogrn))
    return { message: text(`ОГРН ${ogrn} начинается не с 1 и не с 5`, `The OGRN ${ogrn} begins with neither 1 nor 5`) };
  // The register was opened in 2002.
  if (Number(ogrn.slice(1, 3)) < 2)
    return { message: text(`ОГРН ${ogrn}: год записи – до 2002`, `The OGRN ${ogrn}: the year is before 2002`) };
  if (tax !== undefined && ogrn.slice(3, 5) !== tax.slice(0, 2))
    return {
      message: text(
        `ОГРН ${ogrn}: код субъекта ${ogrn.slice(3, 5)}, а в ИНН – ${tax.slice(0, 2)}`,
        `The OGRN ${ogrn} names region ${ogrn.slice(3, 5)}, the INN ${tax.slice(0, 2)}`,
      ),
    };
  return null;
}

export const postalIndex: RecordRule = {
  code: "TRC2146",
  validations: ["V56"],
  severity: "warning",
  why: text(
    "Адрес в реквизитах начинают с почтового индекса из шести цифр",
    "An address begins with the postal code of six digits",
  ),
  norm: "Правила оказания услуг почтовой связи",
  example: {
    file: "organisations/institute.yaml",
    wrong: "address: г. Смоленск, ул. Условная, д. 1",
    right: 'address: "214000, г. Смоленск, ул. Условная, д. 1"',
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.organisations) {
      const address = string(record.data["address"]);
      if (address === undefined || /^\d{6}, /.test(address)) continue;
      yield {
        record,
        pointer: "/address",
        message: text("Адрес не начинается с почтового индекса", "The address does not begin with the postal code"),
        hints: [
          text('Напишите: address: "214000, Смоленская область, …"', 'Write: address: "214000, Смоленская область, …"'),
        ],
        actual: address,
      };
    }
  },
};
