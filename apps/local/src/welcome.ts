import type { DemoPerson } from '@clearance/contract';

/** The one block that `npm start` prints when everything runs. */
export function welcome(port: number, people: readonly DemoPerson[], files: string): string {
  const wide = Math.max(...people.map((person) => person.email.length));
  return [
    '',
    `  Clearance is at  http://localhost:${port}`,
    '',
    ...people.map((person) => `  ${person.email.padEnd(wide)}  ${person.password}  ${person.says}`),
    '',
    `  A file to drop on the empty county is in  ${files}`,
    '  Ctrl-C stops everything. The data stays in .data/ for the next start.',
    '',
  ].join('\n');
}
