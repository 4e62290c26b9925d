import type { Profile } from "./profile.ts";

/** What the numbers of a page are made into. */
type PageCounts<Part> = {
  readonly page: () => Part;
  readonly pages: () => Part;
  readonly words: (text: string) => Part;
};

/** The parts of the number of a page as the profile words it: «2», «2 из 10». */
export function pageMark<Part>({ marks }: Profile, { page, pages, words }: PageCounts<Part>): Part[] {
  return marks.page
    .split(/(\{pages?\})/)
    .filter((part) => part !== "")
    .map((part) => (part === "{page}" ? page() : part === "{pages}" ? pages() : words(part)));
}
