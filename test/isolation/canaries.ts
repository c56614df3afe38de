import { COLUMN, COLUMNS, type ColumnName } from '../../libs/record/src/index.ts';

/** Values that stay in the encrypted original: in no table, no log, no queue, on no screen. Each is told by its beginning. */
export const NEVER_STORED =
  /98765\d{4}|ZQ98765\d{2}|CANARYTOWN|CANARYLAND|97531\d{4}|97642\d{4}|QQ8642\d{2}|A9753\d{4}|REQUESTED, ?CANARY/g;
/** Names, which stand beside the person and nowhere else. */
export const NAMES = /QUILLFEATHER/g;

function canariesOf(person: number): Partial<Record<ColumnName, string>> {
  const two = String(person % 100).padStart(2, '0');
  const four = String(person).padStart(4, '0');
  return {
    REQ_CII_NUMBER: `A9753${four}`,
    REQ_NAME: `REQUESTED,CANARY ${four}`,
    REQ_CDL: `ZQ98765${two}`,
    REQ_SSN: `98765${four}`,
    CII_NUMBER: `A9753${four}`,
    PRI_NAME: `QUILLFEATHER,CANARY ${four}`,
    PRI_SSN: `98765${four}`,
    PRI_CDL: `ZQ98765${two}`,
    PRI_IDN: `97531${four}`,
    PRI_INN: `97642${four}`,
    FBI_NUMBER: `QQ8642${two}`,
    FE_NUM_OOS_INN: `97642${four}`,
    POB_CODE: 'CANARYTOWN',
    POB_NAME: `CANARYTOWN ${four}`,
    POB_TYPE: 'CANARYTOWN',
    CITIZENSHIP_LIST: `CANARYLAND ${four}`,
  };
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .slice(0, COLUMNS.length);
const lineOf = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
const withCells = (cells: readonly string[], values: Partial<Record<ColumnName, string>>): string[] =>
  cells.map((cell, at) => values[COLUMNS[at] as ColumnName] ?? cell);

/** The same file with canaries in every cell that tells who somebody is, and with damaged rows full of them at the end. */
export function withCanaries(file: string): { text: string; people: number; damaged: number } {
  const [header = '', ...lines] = file.split('\n').filter(Boolean);
  const people = new Map<string, number>();
  const rows = lines.map(cellsOf).map((cells) => {
    const cii = cells[COLUMN.CII_NUMBER] ?? '';
    if (!people.has(cii)) people.set(cii, people.size + 1);
    return withCells(cells, canariesOf(people.get(cii) ?? 0));
  });
  const [first = []] = rows;
  const damaged = [
    lineOf(first.slice(0, 40)),
    lineOf([...first, ...first]),
    // Shifted by one cell: every number stands where something else belongs.
    lineOf(['', ...first.slice(0, -1)]),
    lineOf(withCells(first, { CNT_ORDER: 'NOT A NUMBER' })),
    lineOf(withCells(first, { CII_NUMBER: '' })),
    lineOf(first).replace('QUILLFEATHER', '"QUILLFEATHER'),
    lineOf(first).replace('QUILLFEATHER', '\u0001QUILLFEATHER'),
  ];
  const text = [header, ...rows.map(lineOf), ...damaged, ''].join('\n');
  return { text, people: people.size, damaged: damaged.length };
}
