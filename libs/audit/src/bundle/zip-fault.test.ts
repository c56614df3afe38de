import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleOf } from '../../testing/bundles.ts';
import { logOf } from '../../testing/entries.ts';
import { BUNDLE_FILES } from './names.ts';
import { readZip } from './read-zip.ts';
import { zipFault, type ZipFault } from './zip-fault.ts';
import { zipFrame } from './zip.ts';

const bundle = bundleOf({ log: logOf(3) });
const { headers, end } = zipFrame(
  BUNDLE_FILES.map((name) => ({ name, bytes: bundle[name].length, crc32: crc32(bundle[name]) })),
);
const pieces = BUNDLE_FILES.map((name, at) => ({ header: headers[at] as Buffer, bytes: bundle[name] }));
const archive = Buffer.concat([...pieces.flatMap(({ header, bytes }) => [header, bytes]), end]);
const faultOf = (bytes: Buffer) =>
  zipFault(bytes.length, (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)));

/** The places of all bytes that are not those of a file. */
function frame(): number[] {
  const places: number[] = [];
  let at = 0;
  for (const { header, bytes } of pieces) {
    for (let byte = 0; byte < header.length; byte += 1) places.push(at + byte);
    at += header.length + bytes.length;
  }
  for (let byte = 0; byte < end.length; byte += 1) places.push(at + byte);
  return places;
}

describe('what is wrong with an archive', () => {
  it('is that it is cut short, wherever its end is lacking', async () => {
    for (let length = 1; length < archive.length; length += 1) {
      expect(await faultOf(archive.subarray(0, length)), `${length} bytes`).toBe('cut_short');
    }
  });

  it('is that it is cut short where its beginning or something between is lacking', async () => {
    for (const [from, to] of [
      [0, 100],
      [0, 1],
      [200, 900],
      [40, 41],
      [archive.length - end.length - 60, archive.length - end.length - 10],
    ] as const) {
      expect(await faultOf(Buffer.concat([archive.subarray(0, from), archive.subarray(to)]))).toBe('cut_short');
    }
  });

  it('is never that it is cut short, or no archive, where a bit beside its files was changed', async () => {
    const found = new Set<ZipFault>();
    for (const place of frame()) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(archive);
        changed[place] = (changed[place] as number) ^ (1 << bit);
        found.add(await faultOf(changed));
      }
    }
    expect([...found].sort()).toEqual(['damaged', 'packed_anew']);
  });

  it('is that its records contradict each other where one of them was changed', async () => {
    const changed = (place: number) => faultOf(Buffer.from(archive.with(place, (archive[place] as number) ^ 1)));
    const directory = archive.length - end.length;
    for (const [what, place] of Object.entries({
      'the beginning': 0,
      'a sum beside a file': 14,
      'a name beside a file': 30,
      'a sum in the directory': directory + 16,
      'a place in the directory': directory + 42,
      'a name in the directory': directory + 46,
      'the mark of the end': archive.length - 22,
      'the number of files': archive.length - 12,
      'the length of the directory': archive.length - 10,
      'the place of the directory': archive.length - 6,
      'the length of a comment': archive.length - 2,
    })) {
      expect(await changed(place), what).toBe('damaged');
    }
    expect(await faultOf(Buffer.concat([archive, Buffer.from('more')]))).toBe('damaged');
  });

  it('is that it is none, or that it is empty', async () => {
    expect(await faultOf(Buffer.alloc(0))).toBe('empty');
    for (const text of ['x', '<html>Not found</html>', '\x89PNG\r\n', 'PK and more'.repeat(99)]) {
      expect(await faultOf(Buffer.from(text, 'latin1')), text).toBe('no_zip');
    }
  });

  it.skipIf(spawnSync('python3', ['-V']).status !== 0)(
    'is that another program packed it, in whichever way, and then that this one is cut short',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'zip-fault-'));
      try {
        for (const name of BUNDLE_FILES) writeFileSync(join(folder, name), bundle[name]);
        for (const [to, method, inside] of [
          [`'made.zip'`, 'ZIP_STORED', ''],
          [`'made.zip'`, 'ZIP_DEFLATED', 'bundle/'],
          // To a pipe it cannot go back to a header: sizes and sums follow the bytes.
          ['sys.stdout.buffer', 'ZIP_DEFLATED', ''],
        ] as const) {
          const script = [
            `import sys, zipfile`,
            `with zipfile.ZipFile(${to}, 'w', zipfile.${method}) as made:`,
            `  for name in ${JSON.stringify(BUNDLE_FILES)}: made.write(name, '${inside}' + name)`,
          ].join('\n');
          const piped = execFileSync('python3', ['-c', script], { cwd: folder });
          const made = piped.length > 0 ? piped : readFileSync(join(folder, 'made.zip'));
          expect(await faultOf(made)).toBe('packed_anew');
          for (const length of [40, made.length >> 1, made.length - 30, made.length - 1])
            expect(await faultOf(made.subarray(0, length))).toBe('cut_short');
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it('is found in archives of many gigabytes as well', async () => {
    const large = [
      { name: 'a', bytes: 5_000_000_000, crc32: 1 },
      { name: 'b', bytes: 3, crc32: 2 },
    ];
    const whole = zipFrame(large);
    const [first, second] = whole.headers as [Buffer, Buffer];
    const at = first.length + 5_000_000_000;
    /** The bytes of the files are not looked at, so an archive of this size need not exist. */
    const faultWith = async (header: Buffer, lacking = 0) => {
      const size = whole.bytes - lacking;
      const places = new Map([
        [0, header],
        [at - lacking, second],
      ]);
      const readAt = (offset: number, length: number) => {
        if (offset + length === size && length > 1000) {
          return Promise.resolve(Buffer.concat([Buffer.alloc(length - whole.end.length), whole.end]));
        }
        return Promise.resolve(places.get(offset)?.subarray(0, length) ?? Buffer.alloc(0));
      };
      expect(await readZip(size, readAt)).toBeUndefined();
      return zipFault(size, readAt);
    };
    const later = Buffer.from(first.with(12, 0x22));
    expect(await faultWith(later)).toBe('packed_anew');
    expect(await faultWith(later, 4_000_000_000)).toBe('cut_short');
    expect(await faultWith(Buffer.from(first.with(14, 9)))).toBe('damaged');
  });
});
