import { createHash } from "node:crypto";
import { type Text, text } from "../../base/diagnostics/index.ts";
import { UnreadableSignature } from "./read-cms.ts";
import { readTimeStamp } from "./read-time-stamp.ts";
import { SignerFault } from "./signer-fault.ts";

/** OIDs of the digests a stamp is asked for. */
const DIGEST = { sha256: "2.16.840.1.101.3.4.2.1", sha512: "2.16.840.1.101.3.4.2.3" } as const;
const MAX_REPLY_BYTES = 1024 * 1024;
const PATIENCE_MS = 30_000;

/**
 * The request for a stamp over bytes, mostly a signature (RFC 3161, clause 2.4.1), DER. Without a nonce: the signature is of one moment already, and the same
 * request gives the same bytes.
 */
export async function timeStampRequest(value: Uint8Array, digest: keyof typeof DIGEST = "sha256"): Promise<Uint8Array> {
  const pkijs = await import("pkijs");
  const asn1js = await import("asn1js");
  const hashed = createHash(digest).update(value).digest();
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: DIGEST[digest], algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: Uint8Array.from(hashed).buffer }),
    }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** DER of the stamp in a reply of a service, or in a file with the stamp alone. @throws SignerFault */
export async function stampInReply(reply: Uint8Array): Promise<Uint8Array> {
  const { fromBER, ObjectIdentifier, Sequence } = await import("asn1js");
  const { result, offset } = fromBER(Uint8Array.from(reply).buffer);
  const [first, second] = offset !== -1 && result instanceof Sequence ? result.valueBlock.value : [];
  if (first instanceof ObjectIdentifier) return Uint8Array.from(reply);
  if (!(first instanceof Sequence)) throw NO_REPLY;
  const [status] = first.valueBlock.value as { readonly valueBlock: { readonly valueDec?: number } }[];
  const code = status?.valueBlock.valueDec;
  if ((code === 0 || code === 1) && second !== undefined) return Uint8Array.from(second.valueBeforeDecodeView);
  throw new SignerFault(
    text(`служба меток времени отказала (состояние ${code})`, `the time-stamping service refused (status ${code})`),
  );
}

const NO_REPLY = new SignerFault(
  text("это не ответ службы меток времени", "this is no reply of a time-stamping service"),
);

/** Asks a service by HTTP (RFC 3161, clause 3.4). @returns DER of the stamp. @throws SignerFault */
export async function askTimeStamp(
  address: string,
  value: Uint8Array,
  digest: keyof typeof DIGEST = "sha256",
): Promise<Uint8Array> {
  const stamp = await stampInReply(await post(address, await timeStampRequest(value, digest)));
  if ((await imprintOf(stamp)) !== DIGEST[digest]) throw OTHER_DIGEST;
  return stamp;
}

/** Algorithm of the digest that a stamp is over: a service may not choose a weaker one than it was asked for (RFC 3161, clause 2.4.2). */
async function imprintOf(stamp: Uint8Array): Promise<string> {
  try {
    return (await readTimeStamp(stamp)).imprint.oid;
  } catch (error) {
    if (error instanceof UnreadableSignature) throw new SignerFault(error.said);
    throw error;
  }
}

const OTHER_DIGEST = new SignerFault(
  text(
    "метка времени сделана не тем алгоритмом, который запрошен",
    "the time stamp is by another algorithm than was asked for",
  ),
);

/** The body of an answer, read no further than a reply may be long. */
async function bodyOf({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > MAX_REPLY_BYTES) throw NO_REPLY;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function post(address: string, request: Uint8Array): Promise<Uint8Array> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
      body: Uint8Array.from(request),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw unanswered(address, text(`код ответа ${answer.status}`, `status ${answer.status}`));
    return await bodyOf(answer);
  } catch (error) {
    if (error instanceof SignerFault) throw error;
    const late = error instanceof Error && error.name === "TimeoutError";
    throw unanswered(address, late ? text("нет ответа за 30 секунд", "no answer in 30 seconds") : NO_CONNECTION);
  }
}

const NO_CONNECTION = text("нет связи", "no connection");

function unanswered(address: string, { ru, en }: Text): SignerFault {
  return new SignerFault(
    text(
      `служба меток времени «${address}» не ответила: ${ru}`,
      `the time-stamping service “${address}” did not answer: ${en}`,
    ),
  );
}
