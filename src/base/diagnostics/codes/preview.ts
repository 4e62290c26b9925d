/** Codes of the preview. */
export const PREVIEW_CODES = {
  TRC9301: "Порт предпросмотра занят",
} as const;
