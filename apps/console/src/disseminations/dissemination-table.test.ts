import { expect, it } from 'vitest';
import { csvOf } from '../ui/csv.ts';
import { disseminationTable, everyPage } from './dissemination-table.ts';

it('writes what was given out to whom, harmless to a spreadsheet', () => {
  const csv = csvOf(
    disseminationTable([
      {
        ...{ id: 'a', at: '2026-11-22T10:00:00.000Z', by: 'Ada', what: 'annotated_file', subjectId: 'b', people: 412 },
        ...{ recipient: '=HYPERLINK("x")', purpose: 'Motion, November', sha256: 'ab' },
      },
    ]),
  );
  expect(csv.split('\r\n')[1]).toBe(
    `2026-11-22T10:00:00.000Z,Ada,File of the state with determinations,412,"'=HYPERLINK(""x"")","Motion, November",ab`,
  );
});
it('reads a list to its end', async () => {
  const list = [1, 2, 3, 4, 5];
  const read = (first: number, last: number) => Promise.resolve(list.slice(first, last + 1));
  expect(await everyPage(2, read)).toEqual(list);
  expect(await everyPage(5, read)).toEqual(list);
});
