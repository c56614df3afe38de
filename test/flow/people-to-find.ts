import { COLUMN, type ColumnName } from '../../libs/record/src/index.ts';

type Cells = Partial<Record<ColumnName, string>>;

/** Invented people whose spelling is to be found again; the others of the file keep the names they have. */
export const PEOPLE: readonly Cells[] = [
  { PRI_NAME: 'ZAMBRANO-HERRERA,JOSÉ LUIS', CII_NUMBER: 'A71000001', PRI_DOB: '19790302' },
  { PRI_NAME: "O'QUINLAN,SEAN", CII_NUMBER: 'A71000002', PRI_DOB: '19790000' },
  { PRI_NAME: 'DE LA FUENTES,MARIA', CII_NUMBER: 'A71000003', PRI_DOB: '19650714' },
  { PRI_NAME: 'MC ALLISTERY,ANN JR', CII_NUMBER: 'A71000004', PRI_DOB: '19900101' },
  { PRI_NAME: 'GONZALVEZ,XAVIERA', CII_NUMBER: 'A71000005', PRI_DOB: '19881112' },
];
/** A case number of the first of them. */
export const CASE = 'QZX-0571204';

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
const lineOf = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

/**
 * The file with the people above in the place of its first ones; the first of them has the case number. All others are
 * called what `others` says, where it says so.
 */
export function withPeople(text: string, people = PEOPLE, others?: Cells): string {
  const [header = '', ...lines] = text.split('\n').filter(Boolean);
  const order = new Map<string, number>();
  return [
    header,
    ...lines.map((line) => {
      const cells = cellsOf(line).slice(0, 95);
      const cii = cells[COLUMN.CII_NUMBER] ?? '';
      if (!order.has(cii)) order.set(cii, order.size);
      const at = order.get(cii) ?? 0;
      const person = people[at] ?? others;
      if (!person) return line;
      for (const [column, value] of Object.entries(person)) cells[COLUMN[column as ColumnName]] = value;
      if (at === 0 && cells[COLUMN.STP_TYPE_DESCR] === 'COURT ACTION') cells[COLUMN.OFN] = CASE;
      return lineOf(cells);
    }),
    '',
  ].join('\n');
}
