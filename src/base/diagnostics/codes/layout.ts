/** Codes of profiles, layout and PDF. */
export const LAYOUT_CODES = {
  TRC5101: "В профиле нет меры",
  TRC5103: "Меры с таким именем в профиле не бывает",
  TRC5102: "Нет такого профиля или варианта",
} as const;
