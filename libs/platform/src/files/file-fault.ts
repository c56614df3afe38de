/** What is wrong with a stored file, in the words of a sentence that begins with its name. */
export const fileProblems = {
  missing: 'is missing',
  cut_short: 'is cut short',
  replaced: 'is not there: another file is in its place',
  damaged: 'is damaged: its bytes were changed',
} as const;

export type FileProblem = keyof typeof fileProblems;

/** A stored file is not what was stored. It names the file by its generated name, which tells nothing of its content. */
export class FileFault extends Error {
  constructor(
    readonly file: string,
    readonly problem: FileProblem,
  ) {
    super(`The stored file ${file} ${fileProblems[problem]}.`);
    this.name = 'FileFault';
  }
}
