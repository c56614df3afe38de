import { parentPort, workerData } from 'node:worker_threads';
import { auditCsvHeader, EntryViews, HASH_SIZE } from '@clearance/audit';
import { SealedFile, type FileSums } from '../files/sealed-file.ts';

const PIECE = 131_072;
const LINE_FEED = 0x0a;

/** The files of a bundle that grow with it. */
export type BundlePart = 'proof' | 'jsonl' | 'csv' | 'ocsf';

/** What the thread is started with. */
export type Start = {
  readonly paths: Readonly<Record<BundlePart, string>>;
  readonly key: Uint8Array;
  readonly countyId: string;
};

/** Entries as they are stored, each with a line feed; their leaf hashes; what they add to the file of proofs. */
export type Entries = { readonly lines: Uint8Array; readonly leaves: Uint8Array; readonly proof: Uint8Array };

/** The answer to entries is how many they were; to `finish` what was written. */
export type Answer = number | Readonly<Record<BundlePart, FileSums>>;

if (parentPort) listen(parentPort, workerData as Start);

function listen(port: NonNullable<typeof parentPort>, { countyId, key, paths }: Start): void {
  const open = (part: BundlePart) => new SealedFile(paths[part], bytesOf(key), countyId);
  const files = { proof: open('proof'), jsonl: open('jsonl'), csv: open('csv'), ocsf: open('ocsf') };
  const views = new EntryViews();
  files.csv.write(Buffer.from(auditCsvHeader));
  port.on('message', (asked: Entries | 'finish') => {
    port.postMessage(asked === 'finish' ? finish() : write(asked));
  });

  function write({ lines, leaves, proof }: Entries): Answer {
    files.proof.write(bytesOf(proof));
    files.jsonl.write(bytesOf(lines));
    let hashes = bytesOf(leaves);
    const all = hashes.length / HASH_SIZE;
    for (const piece of pieces(bytesOf(lines))) {
      const { csv, ocsf, count } = views.of(piece, hashes);
      files.csv.write(csv);
      files.ocsf.write(ocsf);
      hashes = hashes.subarray(count * HASH_SIZE);
    }
    if (hashes.length > 0) throw new RangeError('More hashes than entries');
    return all;
  }

  function finish(): Answer {
    const [proof, jsonl, csv, ocsf] = [files.proof, files.jsonl, files.csv, files.ocsf].map((file) => file.finish());
    return { proof, jsonl, csv, ocsf } as Readonly<Record<BundlePart, FileSums>>;
  }
}

/** Whole lines, not many at once: what is made of them stays within the caches, and none of it grows large. */
function* pieces(lines: Buffer): Generator<Buffer> {
  for (let at = 0; at < lines.length;) {
    const end = lines.indexOf(LINE_FEED, at + PIECE);
    const next = end < 0 ? lines.length : end + 1;
    yield lines.subarray(at, next);
    at = next;
  }
}

/** Bytes lose their kind on the way between threads. */
function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
