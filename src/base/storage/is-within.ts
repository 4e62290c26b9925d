import { realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Whether a path is the folder or lies in it; links are followed, and what is not there yet counts where it would stand. */
export async function isWithin(folder: string, path: string): Promise<boolean> {
  const [root, place] = [await realPlace(resolve(folder)), await realPlace(resolve(path))];
  const inside = relative(root, place);
  return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

async function realPlace(path: string): Promise<string> {
  const up = dirname(path);
  return realpath(path).catch(async () => (up === path ? path : join(await realPlace(up), basename(path))));
}
