/** Files that Explorer and Finder leave in every folder they show, and word processors beside an open file: nobody has put them there. @param name last part of a path */
export function isLitter(name: string): boolean {
  return /^(Thumbs\.db|ehthumbs\.db|desktop\.ini|\.DS_Store|\._.+|~\$.+|\.~lock\..+#)$/i.test(name);
}

/** What a name shows of a file that is nobody's record: a copy that Explorer or Finder made, or what an open program keeps beside its file. */
export function sortOfStray(name: string): "copy" | "temporary" | null {
  if (/^~\$|^\.~|^\.#|~$|\.(?:tmp|swp|bak)$/i.test(name)) return "temporary";
  const copied =
    /^(?:Копия|Copy of) |(?: [—–-] (?:копия|copy)(?: ?\(\d+\))?| copy(?: \d+)?| копия(?: \d+)?| ?\(\d+\))(?:\.[a-z]+)?$/iu;
  return copied.test(name) ? "copy" : null;
}
