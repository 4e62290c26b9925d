import { open, readFile, rm } from "node:fs/promises";

/** Another run is writing the same folder now. */
export class LockedError extends Error {
  override readonly name = "LockedError";
  readonly path: string;

  constructor(path: string) {
    super(`locked: ${path}`);
    this.path = path;
  }
}

/**
 * Takes the lock file or throws `LockedError`; returns the function that lets it go.
 * A lock whose process no longer lives is taken over.
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = await open(path, "wx");
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (await ownerLives(path)) throw new LockedError(path);
      await rm(path, { force: true });
    }
  }
  throw new LockedError(path);
}

async function ownerLives(path: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(path, "utf8"));
    if (!Number.isInteger(pid) || pid <= 0) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
