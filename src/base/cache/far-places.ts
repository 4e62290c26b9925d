import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { shelvedPath, writeAside } from "./shelves.ts";

/** Where entries of a shared cache lie, as plain data. */
export type FarAddress =
  | { readonly folder: string }
  | {
      /** Address of the bucket, with what names begin with: `https://s3.example.org/bucket/trc`. */
      readonly s3: string;
      readonly region: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
    };

/** Gets and puts bytes by name. Both throw where the place cannot be reached; what is not there is null. */
export type FarPlace = {
  readonly get: (name: string) => Promise<Uint8Array | null>;
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
};

/** A request to a far machine takes no longer, in ms. */
const LONGEST = 30_000;

/** Opens a place; what speaks S3 is loaded when it is needed. */
export async function farPlace(address: FarAddress): Promise<FarPlace> {
  return "folder" in address ? folderPlace(address.folder) : s3Place(address);
}

function folderPlace(folder: string): FarPlace {
  return {
    get: async (name) => {
      try {
        return await readFile(shelvedPath(folder, name));
      } catch (error) {
        // A share that is not mounted is no empty one.
        if ((error as NodeJS.ErrnoException).code === "ENOENT" && existsSync(folder)) return null;
        throw error;
      }
    },
    put: async (name, bytes) => {
      if (!existsSync(folder)) throw new Error(`ENOENT: ${folder}`);
      await writeAside(shelvedPath(folder, name), bytes);
    },
  };
}

async function s3Place({ s3, ...keys }: Extract<FarAddress, { s3: string }>): Promise<FarPlace> {
  const { AwsClient } = await import("aws4fetch");
  const client = new AwsClient({ ...keys, service: "s3", retries: 2 });
  const ask = (name: string, init: RequestInit = {}): Promise<Response> =>
    client.fetch(`${s3.replace(/\/$/, "")}/${name}`, { ...init, signal: AbortSignal.timeout(LONGEST) });
  const refused = (answer: Response): Error => new Error(`HTTP ${answer.status}`);
  return {
    get: async (name) => {
      const answer = await ask(name);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (answer.status === 404) return null;
      if (!answer.ok) throw refused(answer);
      return bytes;
    },
    put: async (name, bytes) => {
      const answer = await ask(name, { method: "PUT", body: Buffer.from(bytes) });
      await answer.arrayBuffer();
      if (!answer.ok) throw refused(answer);
    },
  };
}
