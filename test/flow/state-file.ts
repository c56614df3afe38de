/** The CII number in a line of an invented file. */
export const ciiOf = (line: string): string => /,PII>>,(A\d{8}),/.exec(line)?.[1] ?? '';

/** Header and rows of a file as text. */
export function partsOf(text: string): { header: string; rows: string[] } {
  const [header = '', ...rows] = text.split('\n').filter((line) => line !== '');
  return { header, rows };
}

/** A later file with these rows: the state numbers records and subjects anew in every file. */
export const laterFile = (header: string, rows: readonly string[]): string =>
  [header, ...rows.map((row, at) => row.replace(/^\d+,MATCHED,/, `${at + 1},MATCHED,9`)), ''].join('\n');

/** The rows of a person, with something in her history that was not there before and touches no conviction. */
export function amended(rows: readonly string[], cii: string, by: string): string[] {
  let done = false;
  return rows.map((row) => {
    if (done || ciiOf(row) !== cii || !row.includes(',ARREST/DETAINED/CITED,')) return row;
    done = true;
    return row.replace(/,CRIMINAL,("?)(COM: )?/, `,CRIMINAL,$1$2${by} `);
  });
}
