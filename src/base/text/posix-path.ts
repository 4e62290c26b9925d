/** A path as it is shown and stored on every system: with `/` between its parts. */
export function posixPath(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}
