/**
 * Templates a kind is made with: its folder, the partials they call (and those call in turn), every profile.
 * @param files templates by path inside their folder: `order-general/body.hbs`, `partials/grounds.hbs`
 */
export function templatesOf(kind: string, files: ReadonlyMap<string, Uint8Array>): Set<string> {
  const found = new Set<string>();
  const visit = (inside: string): void => {
    const bytes = files.get(inside);
    if (bytes === undefined || found.has(inside)) return;
    found.add(inside);
    for (const [, name = ""] of new TextDecoder().decode(bytes).matchAll(/\{\{~?#?>\s*([a-z0-9/-]+)/g)) {
      visit(`partials/${name}.hbs`);
      visit(`${name}.hbs`);
    }
  };
  for (const inside of files.keys()) if (inside.startsWith(`${kind}/`) || inside.startsWith("profiles/")) visit(inside);
  return found;
}
