import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN, COLUMNS } from '../columns.ts';
import { localDate } from '../local-date.ts';
import { generateCounty } from '../synthetic/generate-county.ts';
import { lineWith } from '../testing/rows.ts';
import type { Batch } from './batch.ts';
import { detectFile } from './detect-file.ts';
import { DojReader } from './doj-reader.ts';
import type { ReaderOptions } from './doj-reader.ts';
import { LONGEST_RECORD } from './scan-line.ts';

const encoder = new TextEncoder();
const plain: ReaderOptions = { encoding: 'ascii', hasHeader: false };

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Reads bytes cut at these places, and says of each line what became of it. */
function read(bytes: Uint8Array, options: Partial<ReaderOptions> = {}, cuts: readonly number[] = []) {
  const reader = new DojReader({ ...plain, ...options });
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  const batches = places.map((place, index) => reader.push(bytes.subarray(places[index - 1] ?? 0, place)));
  batches.push(reader.end());
  return told(batches);
}

function told(batches: readonly Batch[]) {
  const last = batches.at(-1);
  return {
    rows: batches.flatMap(({ rows }) => rows).map(({ line, offset, text, cells }) => ({ line, offset, text, cells })),
    rejected: batches.flatMap(({ rejected }) => rejected),
    offset: last?.offset,
    line: last?.line,
    bytes: last?.bytes,
  };
}

test('gives each cell by itself as it stands among all of them, and stretches as they are written', () => {
  const { parts } = generateCounty({
    county: 'YOLO',
    rows: 2_000,
    seed: 5,
    asOf: localDate('2026-01-01'),
    dirtyRate: 0.05,
  });
  const bytes = Buffer.concat([
    ...[...parts].map((part) => part.bytes),
    encoder.encode(`${lineWith({ PRI_NAME: 'PEÑA,ANA', COMMENT_TEXT: 'SAID "NO", LEFT' })}\n`),
  ]);
  const reader = new DojReader({ encoding: 'utf-8', hasHeader: true });
  const rows = [bytes.subarray(0, 70_001), bytes.subarray(70_001)].flatMap((piece) => reader.push(piece).rows);
  expect(rows.length).toBeGreaterThan(1_800);
  for (const row of rows) {
    expect(COLUMNS.map((_, column) => row.cell(column))).toEqual(row.cells);
    expect([0, 1, 40].map((from) => row.written(from, 94)).every((rest) => row.text.endsWith(rest))).toBe(true);
    expect(`${row.written(0, 39)},${row.written(40, 94)}`).toBe(row.text);
  }
});

function reasons(text: string | Uint8Array, options: Partial<ReaderOptions> = {}) {
  return read(typeof text === 'string' ? encoder.encode(text) : text, options).rejected.map(({ reason }) => reason);
}

describe('a record is one line', () => {
  test('that ends with LF or CRLF, or with the file', () => {
    const { rows, offset, line } = read(encoder.encode(`${lineWith()}\r\n${lineWith()}\n${lineWith()}`));
    expect(rows.map((row) => row.line)).toEqual([1, 2, 3]);
    expect(new Set(rows.map((row) => row.text))).toEqual(new Set([lineWith()]));
    expect([offset, line]).toEqual([lineWith().length * 3 + 3, 3]);
  });

  test('and where it begins in the file is known', () => {
    const bytes = encoder.encode(`\n${lineWith({ PRI_NAME: 'PEÑA,ANA' })}\n  \n${lineWith()}\n`);
    for (const { offset, text } of read(bytes).rows) {
      const there = bytes.subarray(offset, offset + encoder.encode(text).length);
      expect(new TextDecoder().decode(there)).toBe(text);
    }
  });

  test('blank lines are numbered and not counted', () => {
    const { rows, rejected } = read(encoder.encode(`\n\r\n \t \n${lineWith()}\n\n`));
    expect(rows.map((row) => row.line)).toEqual([4]);
    expect(rejected).toEqual([]);
  });

  test('a header is neither accepted nor rejected, with or without a byte-order mark', () => {
    for (const start of ['', '\ufeff']) {
      const bytes = encoder.encode(`${start}${COLUMNS.join(',')},\n${lineWith()}\n`);
      const { rows, rejected } = read(bytes, { hasHeader: true });
      expect([rows.map((row) => row.line), rejected]).toEqual([[2], []]);
    }
  });

  test('a byte-order mark is no part of the first cell', () => {
    const { rows } = read(encoder.encode(`\ufeff${lineWith()}\n`));
    expect([rows[0]?.cells[0], rows[0]?.offset]).toEqual(['1', 3]);
  });
});

describe('cells', () => {
  test('come as they stand, without their quotes', () => {
    const comment = 'COM: FINE STAYED, "CTS" APPLIED,';
    const { rows } = read(encoder.encode(`${lineWith({ COMMENT_TEXT: comment, OFN: '  -  ', RECORD_ID: '","""' })}\n`));
    const cells = rows[0]?.cells;
    expect([cells?.[COLUMN.COMMENT_TEXT], cells?.[COLUMN.OFN], cells?.[0]]).toEqual([comment, '  -  ', '","""']);
    expect(cells).toHaveLength(95);
  });

  test('survive any text that is written with ordinary quoting', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', 'A', ' ', 'ñ', "'") });
    fc.assert(
      fc.property(fc.array(text, { minLength: 95, maxLength: 95 }), (values) => {
        const cells = values.map((value, index) => (index === COLUMN.CNT_ORDER ? '101001001000' : value));
        cells[COLUMN.CII_NUMBER] = 'A1';
        const line = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
        expect(read(encoder.encode(line)).rows[0]?.cells).toEqual(cells);
      }),
    );
  });
});

describe('one bad row is one bad row', () => {
  const good = `${lineWith()}\n`;

  test.each([
    ['a cell too few', lineWith().slice(0, -1), 'wrong_width'],
    ['a cell too many', `${lineWith()},`, 'wrong_width'],
    ['no cells', 'hello', 'wrong_width'],
    ['a quote within a cell', lineWith().replace('COURT', 'CO"URT'), 'stray_quote'],
    ['words behind a closing quote', lineWith().replace('"DOE,JANE"', '"DOE,JANE"X'), 'stray_quote'],
    ['a blank before the opening quote', lineWith().replace('"DOE', ' "DOE'), 'stray_quote'],
    ['a quote left open', lineWith().replace('JANE"', 'JANE'), 'unclosed_quote'],
    ['a quote left open in the last cell', `${lineWith()}"`, 'unclosed_quote'],
    ['NUL', lineWith({ OFN: '9\0' }), 'nul_byte'],
    ['a control character', lineWith({ OFN: '9\u001f' }), 'control_character'],
    ['a carriage return in the middle', lineWith({ OFN: '9\rA' }), 'control_character'],
    ['CNT_ORDER of eleven digits', lineWith({ CNT_ORDER: '10100200100' }), 'wrong_count_order'],
    ['CNT_ORDER with a letter', lineWith({ CNT_ORDER: '10100200100O' }), 'wrong_count_order'],
    ['no CNT_ORDER on a court row', lineWith({ CNT_ORDER: '' }), 'wrong_count_order'],
    ['no person', lineWith({ CII_NUMBER: '  -  ' }), 'missing_person'],
  ])('%s', (_, line, reason) => {
    const { rows, rejected } = read(encoder.encode(`${good}${line}\n${good}`));
    expect(rows.map((row) => row.line)).toEqual([1, 3]);
    expect(rejected.map((row) => [row.line, row.offset, row.reason])).toEqual([[2, good.length, reason]]);
  });

  test('a tab, a padded CNT_ORDER and a quoted one are fine', () => {
    expect(reasons(`${lineWith({ OFN: 'A\tB', CNT_ORDER: ' 101002001000 ' })}\n`)).toEqual([]);
    expect(reasons(`${lineWith().replace('101002001000', '"101002001000"')}\n`)).toEqual([]);
  });

  test.each(['REGISTRATION', 'DECEASED', ' DECEASED '])('%s may leave CNT_ORDER blank', (type) => {
    expect(reasons(lineWith({ STP_TYPE_DESCR: type, CNT_ORDER: '    ' }))).toEqual([]);
    expect(reasons(lineWith({ STP_TYPE_DESCR: type, CNT_ORDER: '123' }))).toEqual(['wrong_count_order']);
  });

  test('a file may be read by the numbers it gives its people', () => {
    expect(reasons(lineWith({ CII_NUMBER: '' }), { person: 'SUBJECT_ID' })).toEqual([]);
    expect(reasons(lineWith({ SUBJECT_ID: '' }), { person: 'SUBJECT_ID' })).toEqual(['missing_person']);
  });

  test('what is shown of it is short, and text', () => {
    const [long, broken] = read(latin1(`${'A'.repeat(5000)}\n${lineWith({ OFN: '\0\xff', PRI_NAME: 'ZOË,A' })}\n`), {
      encoding: 'utf-8',
    }).rejected;
    expect(long?.text).toBe('A'.repeat(500));
    expect(broken?.text).toContain('\\x00\\xff');
    expect(broken?.text).toContain('ZO\\xcb');
  });
});

describe('a line longer than a record', () => {
  const filler = LONGEST_RECORD - lineWith({ COMMENT_TEXT: '' }).length;

  test.each([
    [0, '\n', []],
    [0, '\r\n', []],
    [1, '\n', ['too_long']],
    [1, '\r\n', ['too_long']],
  ])('%i bytes too long, ended by %j', (more, end, expected) => {
    const bytes = encoder.encode(`${lineWith({ COMMENT_TEXT: 'A'.repeat(filler + more) })}${end}${lineWith()}`);
    expect(reasons(bytes)).toEqual(expected);
    expect(read(bytes).rows.at(-1)?.line).toBe(2);
    expect(read(bytes, {}, [500, 65_537, 65_540])).toEqual(read(bytes));
  });

  test('is not held in memory', () => {
    const reader = new DojReader(plain);
    const piece = new Uint8Array(1 << 20).fill(0x2c);
    for (let megabyte = 0; megabyte < 1000; megabyte++) reader.push(piece);
    const batch = reader.push(encoder.encode(`\n${lineWith()}\n`));
    expect(batch.rejected.map(({ line, reason }) => [line, reason])).toEqual([[1, 'too_long']]);
    expect(batch.rows.map(({ line, offset }) => [line, offset])).toEqual([[2, 1000 * 1024 * 1024 + 1]]);
  });
});

describe('encodings', () => {
  const spanish = lineWith({ PRI_NAME: 'PEÑA,JOSÉ' });

  test('UTF-8 and Windows-1252 are both understood in a file that was ASCII at first', () => {
    const bytes = Uint8Array.from([...encoder.encode(`${spanish}\n`), ...latin1(`${spanish}\n`)]);
    const reader = new DojReader(plain);
    const batch = reader.push(bytes);
    expect(batch.rows.map(({ cells }) => cells[COLUMN.PRI_NAME])).toEqual(['PEÑA,JOSÉ', 'PEÑA,JOSÉ']);
    expect(batch.decodedAs).toEqual({ 'utf-8': 1, 'windows-1252': 1 });
  });

  test('in UTF-8, other bytes spoil their line', () => {
    expect(reasons(latin1(`${spanish}\n${lineWith()}\n`), { encoding: 'utf-8' })).toEqual(['invalid_bytes']);
  });

  test('in Windows-1252, only bytes that mean nothing spoil their line', () => {
    const bytes = latin1(`${lineWith({ OFN: '\x80\xff' })}\n${lineWith({ OFN: '\x81' })}\n`);
    const { rows, rejected } = read(bytes, { encoding: 'windows-1252' });
    expect(rows.map(({ cells }) => cells[COLUMN.OFN])).toEqual(['€ÿ']);
    expect(rejected.map(({ reason }) => reason)).toEqual(['invalid_bytes']);
  });

  test('damage is not taken for letters', () => {
    expect(reasons(latin1(lineWith({ OFN: '12\xff\xfe' })))).toEqual(['invalid_bytes']);
  });
});

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
