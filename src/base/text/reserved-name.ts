/** Names Windows keeps for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;

/** True for a file name that Windows cannot hold: `con`, `nul.yaml`. */
export function isReservedName(name: string): boolean {
  return RESERVED.test(name);
}
