/** Lower case, and «е» for «ё», which people spell at will: texts are compared so. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
