/** Weighted sum of the digits of a number, by position. */
function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

const INN_TAIL = [2, 4, 10, 3, 5, 9, 4, 6, 8];

/** True when all digits are one and the same: formally such numbers may pass. */
function uniform(digits: string): boolean {
  return /^(\d)\1*$/.test(digits);
}

/** True when the code ends with its check digits; null: it has none, being of a wrong length. */
export function hasCheck(code: string, check: string | null): boolean {
  return check !== null && !uniform(code) && code.endsWith(check);
}

/**
 * The check digits an INN should end with; null when the length is neither 10 nor 12.
 * @see приказ ФНС России от 26.06.2025 и прежние порядки: веса 2 4 10 3 5 9 4 6 8, по модулю 11 и 10
 */
export function innCheck(inn: string): string | null {
  const digit = (weights: readonly number[], digits: string): string => String((weighted(digits, weights) % 11) % 10);
  if (/^\d{10}$/.test(inn)) return digit(INN_TAIL, inn);
  if (!/^\d{12}$/.test(inn)) return null;
  const first = digit([7, ...INN_TAIL], inn);
  return first + digit([3, 7, ...INN_TAIL], inn.slice(0, 10) + first);
}

/** The last digit of an OGRN (13 digits, modulo 11) or OGRNIP (15 digits, modulo 13). */
export function ogrnCheck(ogrn: string): string | null {
  if (!/^(\d{13}|\d{15})$/.test(ogrn)) return null;
  const modulus = ogrn.length === 13 ? 11n : 13n;
  return String((BigInt(ogrn.slice(0, -1)) % modulus) % 10n);
}

/**
 * The key (9th digit) of an account of 20 digits in the bank of the BIK; null when either is not a number of its length.
 * Accounts of the Bank of Russia and single treasury accounts take digits 5–6 of the BIK, others its last three.
 * @see порядок Банка России от 08.09.1997 № 515
 */
export function accountKey(account: string, bik: string): string | null {
  if (!/^\d{20}$/.test(account) || !/^\d{9}$/.test(bik)) return null;
  const central = /^(301|401)/.test(account) || /^0[01]/.test(bik);
  const prefix = central ? `0${bik.slice(4, 6)}` : bik.slice(-3);
  const digits = `${prefix}${account.slice(0, 8)}0${account.slice(9)}`;
  const sum = [...digits].reduce(
    (total, digit, index) => total + ((Number(digit) * ([7, 1, 3][index % 3] ?? 0)) % 10),
    0,
  );
  return String(((sum % 10) * 3) % 10);
}

/** True when the key of an account fits the bank or the treasury of the BIK. */
export function validAccount(account: string, bik: string): boolean {
  const key = accountKey(account, bik);
  return key !== null && !uniform(account) && account[8] === key;
}

/** The last digit of an OKPO of 8 digits; nothing for the ten digits of an entrepreneur. */
export function okpoCheck(okpo: string): string {
  if (!/^\d{8}$/.test(okpo)) return "";
  const first = weighted(okpo, [1, 2, 3, 4, 5, 6, 7]) % 11;
  return String(first < 10 ? first : (weighted(okpo, [3, 4, 5, 6, 7, 8, 9]) % 11) % 10);
}
