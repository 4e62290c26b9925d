// What a document costs against the least that anybody could do, and against its own length and number.
import { constants, deflateSync, inflateRawSync, inflateSync } from "node:zlib";
import { benchOrder } from "../dist/bench-order.js";
import { orderData } from "./bench-peers.mjs";

/** The floor: the content of a finished document is compressed once more and handed over. In ms. */
export async function floorOf(format) {
  const [made] = await benchOrder(orderData(7), [format]);
  const plain = contentOf(Buffer.from(made));
  const runs = Array.from({ length: 60 }, () => {
    const started = performance.now();
    Buffer.from(deflateSync(plain));
    return performance.now() - started;
  });
  return median(runs);
}

/** What stands compressed in a file: every stream that inflates, of a PDF or of a ZIP. */
function contentOf(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length - 30; at++) {
    const zlib = bytes[at] === 0x78 && bytes.readUInt16BE(at) % 31 === 0;
    const zip = bytes.readUInt32LE(at) === 0x04034b50;
    const options = { finishFlush: constants.Z_SYNC_FLUSH };
    try {
      if (zlib) parts.push(inflateSync(bytes.subarray(at), options));
      else if (zip) {
        const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
        parts.push(inflateRawSync(bytes.subarray(data), options));
      }
    } catch {
      // Not the beginning of a compressed part.
    }
  }
  return Buffer.concat(parts);
}

/** Neither how many documents were made before nor how long a document is should change what a page costs: ratios near 1. */
export async function growth(format) {
  const early = await some(format, 10_000, 40);
  await some(format, 20_000, 300);
  const late = await some(format, 30_000, 40);
  const long = Array.from({ length: 3 }, (_, index) => longOrder(40_000 + 1000 * index, 100));
  const times = [];
  for (const order of long) times.push((await timed(() => benchOrder(order, [format]))) / 100);
  return {
    format,
    "an order after 300 others, against before": (late / early).toFixed(2),
    "a page of a document of 300 pages, against a page of an order": (median(times) / late).toFixed(2),
  };
}

async function some(format, from, count) {
  const times = [];
  for (let index = 0; index < count; index++) {
    const data = orderData(from + index);
    times.push(await timed(() => benchOrder(data, [format])));
  }
  return median(times);
}

/** An order as long as `times` ordinary ones. */
function longOrder(seed, times) {
  const parts = Array.from({ length: times }, (_, index) => orderData(seed + index));
  return { ...parts[0], clauses: parts.flatMap(({ clauses }) => clauses), rows: parts.flatMap(({ rows }) => rows) };
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}
