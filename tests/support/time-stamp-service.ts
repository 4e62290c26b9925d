import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Chains, Made } from "./openssl-chains.ts";

/** A service of time stamps by OpenSSL behind HTTP, on this machine. */
export type TimeStampService = {
  readonly address: string;
  /** What it answers from now on instead of a stamp; null for stamps again. */
  answer: Uint8Array | null;
  readonly stop: () => void;
};

/** Starts a service whose certificate is made by `chains`; those above it go along with each stamp. */
export async function startTimeStampService(chains: Chains, made: Made): Promise<TimeStampService> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", async () => {
      const carried = made.issuer === undefined ? [] : [made.issuer];
      response.end(service.answer ?? (await chains.reply(made, carried, Buffer.concat(parts))));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const service: TimeStampService = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    answer: null,
    stop: () => void server.close(),
  };
  return service;
}

/** An authority and the service under it, valid for a quarter of a century. */
export const STAMP_ROOT: Made = {
  name: "Root",
  key: "root",
  to: "2049-01-01",
  extensions: ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"],
};
export const STAMP_SERVICE: Made = {
  name: "Service",
  key: "sub",
  issuer: STAMP_ROOT,
  to: "2049-01-01",
  extensions: ["keyUsage=critical,digitalSignature", "extendedKeyUsage=critical,timeStamping"],
};
