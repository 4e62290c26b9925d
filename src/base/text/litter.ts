/** Files that Explorer and Finder leave in every folder they show: nobody has put them there. @param name last part of a path */
export function isLitter(name: string): boolean {
  return /^(Thumbs\.db|ehthumbs\.db|desktop\.ini|\.DS_Store|\._.+)$/i.test(name);
}
