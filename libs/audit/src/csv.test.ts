import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approval } from '../testing/entries.ts';
import { auditCsvHeader, auditCsvLine, csvCell, csvLine } from './csv.ts';
import { asItWas } from './harmless-cell.ts';

describe('a CSV cell', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [0, '0'],
    [12.5, '12.5'],
    [false, 'false'],
    ['two words', 'two words'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['a=b', 'a=b'],
    ['a; b=c', 'a; b=c'],
    ['  -  ', '  -  '],
    ["O'BRIEN", "O'BRIEN"],
  ])('of %j is written as %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    [-1, "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', '"\'\r\'=1"'],
    ['\n=1', '"\'\n\'=1"'],
    ['\t1', "'\t1"],
    ['  =1+1', "  '=1+1"],
    ['\u3000＝1', "\u3000'＝1"],
    ['\u00a0@SUM(A1)', "\u00a0'@SUM(A1)"],
    ['\u200b=1', "\u200b'=1"],
    ["'=1", "''=1"],
    ['"=1', '"""\'=1"'],
    ['DOE;=1+1', "DOE;'=1+1"],
    ['DOE; =1+1', "DOE; '=1+1"],
    ['DOE\n=1', '"DOE\n\'=1"'],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠1', "'＠1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])('of %j is made harmless as %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('is no formula wherever a spreadsheet cuts the line, and read again it is the value', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        ...['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＠', '"', ',', ';', "'", ' ', '\u3000', 'a'],
      ),
    });
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), (values) => {
        const line = csvLine(values);
        const cells = readCsvLine(line);
        expect(cells.map(asItWas)).toEqual(values);
        const cut = [
          ...cells,
          ...cells.flatMap((cell) => cell.split(/[;\t\r\n]/)),
          ...line.split(/[;\t\r\n]/).slice(1),
        ];
        for (const cell of cut) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]|^[\s"]*[=+\-@＝＋－＠]\s*[^\s",;]/);
        for (const cell of cells) expect(cell).not.toMatch(/^[\t\r\n]/);
      }),
      { numRuns: 3000, seed: 6962 },
    );
  });
});

describe('the audit CSV', () => {
  it('has the columns of the log', () => {
    expect(auditCsvHeader).toBe(
      'sequence,time,actor,roles,action,target type,target,outcome,address,request,policy version,history digest,' +
        'state before,state after,bulk review,chunk,detail\r\n',
    );
  });

  it('has a line per entry', () => {
    expect(auditCsvLine(approval(7))).toBe(
      '7,2026-11-22T10:11:12.123456Z,u_1,approver reviewer,dismissal.approve,conviction,c_7,success,10.0.0.1,r_1,3,d1,' +
        'recommended,approved,b_1,0,"{""sampled"":true,""size"":60000}"\r\n',
    );
  });

  it('has a cell per column when an entry has little to say', () => {
    const line = auditCsvLine({
      seq: 1,
      at: '2026-11-22T10:11:12.123456Z',
      actor: { id: 'anonymous' },
      action: 'sign_in.fail',
      target: { type: 'account', id: 'unknown' },
      outcome: 'failed',
    });
    expect(line).toBe('1,2026-11-22T10:11:12.123456Z,anonymous,,sign_in.fail,account,unknown,failed,,,,,,,,,\r\n');
    expect(readCsvLine(line)).toHaveLength(readCsvLine(auditCsvHeader).length);
  });

  it('shows names to a reader who may see them, made harmless', () => {
    const names: Readonly<Record<string, string>> = { 'actor u_1': 'Ana Example', 'conviction c_7': '=cmd' };
    const cells = readCsvLine(auditCsvLine(approval(7), (type, id) => names[`${type} ${id}`]));
    expect([cells[2], cells[6]]).toEqual(['Ana Example', "'=cmd"]);
  });
});

/** The cells of one line, read by the letter of RFC 4180. */
function readCsvLine(line: string): string[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/y;
  const cells: string[] = [];
  for (let found = cell.exec(line); found !== null; found = cell.exec(line)) {
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] !== ',') break;
  }
  return cells;
}
