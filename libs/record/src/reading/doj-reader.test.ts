import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN, COLUMNS } from '../columns.ts';
import { localDate } from '../local-date.ts';
import { generateCounty } from '../synthetic/generate-county.ts';
import { plain, read } from '../testing/read-bytes.ts';
import { lineWith } from '../testing/rows.ts';
import { DojReader } from './doj-reader.ts';
import type { ReaderOptions } from './doj-reader.ts';
import { LONGEST_RECORD } from './scan-line.ts';

const encoder = new TextEncoder();

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
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
