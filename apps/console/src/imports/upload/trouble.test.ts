import { describe, expect, it } from 'vitest';
import { readRefusal, unreachable } from '../../providers/refusal.ts';
import { filesOf, nameOf, sizeOf } from './dropped.ts';
import { troubleOf, UnreadableFileError } from './trouble.ts';

const sent = { sent: 12_100_000, size: 40_000_000 };
const refused = (status: number, code: string, details = {}) =>
  readRefusal(status, JSON.stringify({ code, message: '', requestId: 'r1', details }));

describe('why a file was not imported', () => {
  it('shows the first line of the file that is wrong, where the server says which', () => {
    const details = { problem: '96 cells: the line ends with extra commas', line: 2, text: '1,MATCHED,,' };
    const shown = troubleOf(refused(422, 'wrong_file_type', details), sent).shown;
    expect(shown).toEqual({ line: 2, text: '1,MATCHED,,' });
    expect(troubleOf(refused(422, 'wrong_file_type', { problem: 'it is a zip' }), sent).shown).toBeUndefined();
  });

  it.each([
    [refused(422, 'empty_file'), /empty/, /another one/],
    [
      refused(422, 'wrong_file_type', { problem: 'it has 3 columns' }),
      /\(it has 3 columns\)\.$/,
      /as the state sent it/,
    ],
    [refused(422, 'same_file_twice', { first: 'a.dat', second: 'b.dat' }), /^a\.dat and b\.dat are the same/, /once/],
    [refused(400, 'upload_cut', { received: '12.1 MB' }), /after 12\.1 MB/, /Send it again/],
    [refused(413, 'upload_too_large', { limit: '8 GB' }), /40 MB; this installation accepts 8 GB/, /operator/],
    [refused(401, 'not_signed_in'), /session ended/, /signed in again/],
    [refused(409, 'import_running'), /Another file/, /Wait/],
    [
      refused(409, 'import_waiting', { id: 'i7', file: 'autumn.dat' }),
      /^autumn\.dat waits for an answer\.$/,
      /^Confirm it or cancel it first/,
    ],
    [
      refused(409, 'import_stopped', { id: 'i7', file: 'a.dat' }),
      /a\.dat stopped before its end/,
      /^Resume it or cancel/,
    ],
    [unreachable(), /broke off after 12\.1 MB of 40 MB/, /network connection/],
    [new UnreadableFileError(), /moved, changed/, /choose it again/],
    [new DOMException('', 'AbortError'), /You stopped the upload after 12\.1 MB/, /when you are ready/],
  ])('says what happened, that nothing was kept, and what to do: %s', (error, what, todo) => {
    const trouble = troubleOf(error, sent);
    expect(trouble.what).toMatch(what);
    expect(trouble.kept).toMatch(/nothing was kept/i);
    expect(trouble.todo).toMatch(todo);
  });
  it('offers to send it again only where that may help', () => {
    const resent = (status: number, code: string) => troubleOf(refused(status, code), sent).mayResend;
    for (const code of ['empty_file', 'wrong_file_type', 'same_file_twice']) expect(resent(422, code)).toBe(false);
    expect(resent(413, 'upload_too_large')).toBe(false);
    for (const code of ['upload_cut', 'import_running', 'internal']) expect(resent(409, code)).toBe(true);
  });
  it('says what helps against what a spreadsheet did', () => {
    const todo = (problem: string) => troubleOf(refused(422, 'wrong_file_type', { problem }), sent).todo;
    expect(todo('96 cells: the line ends with extra commas, as a spreadsheet writes')).toMatch(/without opening it in/);
    expect(todo('a spreadsheet put an apostrophe before CNT_ORDER: export the file anew')).toMatch(
      /without opening it/,
    );
    expect(todo('it has 3 columns')).toMatch(/95 columns/);
  });
  it('points to the import in the way, and gives the request only where the server failed', () => {
    for (const code of ['import_running', 'import_waiting', 'import_stopped']) {
      const { blocked } = troubleOf(refused(409, code, { id: 'i7', file: 'autumn.dat' }), sent);
      expect(blocked).toEqual({ says: expect.stringMatching(/^[A-Z]/) as string, to: '/imports/i7/show' });
    }
    expect(troubleOf(refused(409, 'import_running'), sent).requestId).toBeUndefined();
    expect(troubleOf(refused(500, 'internal'), sent).requestId).toBe('r1');
  });
  it('knows a too large file also from a proxy that says no more than 413', () => {
    expect(troubleOf(readRefusal(413, '<html>'), sent).what).toMatch(/accepts less/);
  });
});

describe('what was dropped', () => {
  const named = (name: string) => new File(['x'], name);
  const names = (dropped: ReturnType<typeof filesOf>) =>
    'files' in dropped ? dropped.files.map(({ name }) => name) : dropped.refused;

  it('takes files and those of folders, in the order of the numbers in their names', () => {
    const folder = { folder: 'delivery', files: [named('b_part10.dat'), named('.DS_Store'), named('Thumbs.db')] };
    expect(names(filesOf([{ file: named('b_part2.dat') }, folder]))).toEqual(['b_part2.dat', 'b_part10.dat']);
    expect(names(filesOf([{ file: named('only.dat') }]))).toEqual(['only.dat']);
  });

  it.each([
    ['an empty folder', [{ folder: 'delivery', files: [named('.DS_Store')] }], /folder delivery has no file/],
    ['a file that cannot be read', [{ file: null }], /cannot be read/],
    ['something else', [], /not a file/],
  ])('says what to do instead of %s', (_, items, says) => expect(names(filesOf(items))).toMatch(says));

  it('tells how much it is, by the name of one file and the number of several', () => {
    const two = [named('a.dat'), named('b.dat')];
    expect([nameOf(two), sizeOf(two), nameOf(two.slice(1))]).toEqual(['2 files', 2, 'b.dat']);
  });
});
