import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../local-date.ts';
import { generateCounty } from '../synthetic/generate-county.ts';
import { read, told } from '../testing/read-bytes.ts';
import { lineWith } from '../testing/rows.ts';
import { detectFile } from './detect-file.ts';
import { DojReader } from './doj-reader.ts';

const encoder = new TextEncoder();

describe('however the file is cut into pieces', () => {
  const county = generateCounty({
    county: 'SAN JOAQUIN',
    rows: 120,
    seed: 5,
    asOf: localDate('2020-01-01'),
    dirtyRate: 0.2,
  });
  const bytes = Uint8Array.from([...county.parts].flatMap((part) => [...part.bytes]));
  const detected = detectFile(bytes);
  if ('problem' in detected) throw new Error(detected.detail);
  const whole = read(bytes, detected);

  test('the same rows come out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (cuts) => {
        expect(read(bytes, detected, cuts)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test('a byte-order mark may be cut, too', () => {
    const marked = encoder.encode(`\ufeff${lineWith()}\r\n${lineWith()}\r\n`);
    for (const cut of [1, 2, 3, 4]) expect(read(marked, {}, [cut])).toEqual(read(marked));
    for (const back of [1, 2, 3]) expect(read(marked, {}, [marked.length - back])).toEqual(read(marked));
  });

  test('byte by byte too', () => {
    const start = bytes.subarray(0, 12_000);
    expect(
      read(
        start,
        detected,
        Array.from({ length: 12_000 }, (_, place) => place),
      ),
    ).toEqual(read(start, detected));
  });

  test('reading may stop anywhere and resume where the last whole line ended', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length }), (stop) => {
        const first = new DojReader(detected);
        const before = first.push(bytes.subarray(0, stop));
        const second = new DojReader({ ...detected, start: { offset: before.offset, line: before.line } });
        const after = [second.push(bytes.subarray(before.offset)), second.end()];
        expect(told([before, ...after])).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test('every data row is accepted or rejected', () => {
    expect(whole.rows.length + whole.rejected.length).toBe(120);
  });
});

test('every line that is not blank comes out once, whatever is in it', () => {
  const byte = fc.constantFrom(0x2c, 0x22, 0x0a, 0x0d, 0x41, 0x20, 0x00, 0xc3, 0xb1, 0xff, 0x09);
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }).chain(() => fc.array(byte, { maxLength: 300 })),
      fc.array(fc.nat()),
      (values, cuts) => {
        const bytes = Uint8Array.from(values);
        const lines = latin1Text(bytes)
          .split('\n')
          .map((line) => line.replace(/\r$/, ''));
        const { rows, rejected } = read(bytes, {}, cuts);
        expect(rows.length + rejected.length).toBe(lines.filter((line) => !/^[ \t]*$/.test(line)).length);
      },
    ),
  );
});

function latin1Text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
