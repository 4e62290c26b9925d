/** What the page of a code says beside its Russian title; codes that only the disk or the network can raise have no example. */
export type CodePage = {
  readonly english: string;
  readonly why: string;
  readonly whyEnglish: string;
  readonly wrong?: string;
  readonly right?: string;
};
