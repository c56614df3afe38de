import type { DemoPerson } from '@clearance/contract';

/** The one block that `npm start` prints when everything runs. */
export function welcome(port: number, people: readonly DemoPerson[], files: string): string {
  const wide = Math.max(...people.map(({ email }) => email.length));
  const long = Math.max(...people.map(({ password }) => password.length));
  return [
    '',
    `  Clearance is at  http://localhost:${port}`,
    '',
    ...people.map(({ email, password, says }) => `  ${email.padEnd(wide)}  ${password.padEnd(long)}  ${says}`),
    '',
    `  A file to drop on the empty county is in  ${files}`,
    '  Ctrl-C stops everything. The data stays for the next start.',
    '',
  ].join('\n');
}
