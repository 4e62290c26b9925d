import { resolve } from "node:path";
import {
  defaultCacheFolder,
  type FarAddress,
  folderStore,
  isSharedKey,
  type SharedAddress,
  type Store,
} from "../base/cache/index.ts";
import { type Outcome, raise, text } from "../base/diagnostics/index.ts";
import { readGiven } from "../base/storage/index.ts";
import { WrongUsage } from "./command.ts";
import { FINDINGS } from "./findings.ts";

/** The options of a command that name its cache. */
export type CacheFlags = { readonly cache?: boolean; readonly cacheDir?: string };

/** The cache that the command line asks for; null with `--no-cache`. */
export function cacheFrom({ cache, cacheDir }: CacheFlags): Store | null {
  return cache === false ? null : folderStore(cacheDir ?? defaultCacheFolder());
}

/** The options of a command that name a cache which machines have in common. */
export type SharedFlags = { readonly sharedCache?: string; readonly sharedKey?: string };

/** That cache with its key; null where none is asked for. Code TRC6032. @throws WrongUsage */
export async function sharedFrom({ sharedCache, sharedKey }: SharedFlags): Promise<Outcome<SharedAddress | null>> {
  if (sharedCache === undefined) return { value: null, diagnostics: [] };
  if (sharedKey === undefined)
    throw new WrongUsage(
      text(
        "К общему кэшу нужен его ключ: --shared-key cache.pub.",
        "A shared cache needs its key: --shared-key cache.pub.",
      ),
    );
  const place = sharedCache.startsWith("s3://") ? bucket(sharedCache.slice(5)) : { folder: resolve(sharedCache) };
  const key = await readGiven(sharedKey).then(String, () => "");
  if (!isSharedKey(key)) return { diagnostics: [raise(FINDINGS.TRC6032, { of: [sharedKey] })] };
  return { value: { place, shown: sharedCache, key }, diagnostics: [] };
}

/** `bucket/prefix` at the address that the variables of S3's own programs name. @throws WrongUsage */
function bucket(path: string, env = process.env): FarAddress {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env;
  const [name, ...prefix] = path.split("/").filter(Boolean);
  if (accessKeyId === undefined || secretAccessKey === undefined || name === undefined)
    throw new WrongUsage(
      text(
        "Для s3://ведро нужны переменные AWS_ACCESS_KEY_ID и AWS_SECRET_ACCESS_KEY, для своего сервера – AWS_ENDPOINT_URL.",
        "s3://bucket needs the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a server of your own AWS_ENDPOINT_URL.",
      ),
    );
  const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? "us-east-1";
  const own = env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL;
  const root = own === undefined ? `https://${name}.s3.${region}.amazonaws.com` : `${own.replace(/\/$/, "")}/${name}`;
  return {
    s3: [root, ...prefix].join("/"),
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
  };
}
