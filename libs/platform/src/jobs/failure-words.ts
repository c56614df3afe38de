import { FileFault } from '../files/file-fault.ts';

/** What a failed job says to the office when nothing better is known. */
const OTHERWISE = 'It failed several times in a row.';
const KEPT = 'Nothing is lost: what was done stays done, and it can be resumed.';

const DISK_FULL = /^(ENOSPC|53100)$/;

/** Causes that people can do something about, by the code of the fault or by what it says. */
const causes: readonly (readonly [RegExp, string])[] = [
  [DISK_FULL, 'The disk of the server is full. Whoever runs it has to make room.'],
  [/^(EACCES|EPERM|EROFS)$/, 'The server may not write to its folder of files. Whoever runs it has to allow it.'],
  [/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|57P01|57P02|57P03|08\w{3})$/, 'The database could not be reached.'],
  [/^(57014|40P01|40001|55P03)$/, 'The database was too busy to finish it.'],
  [/access has ended/, 'Whoever started it may no longer do this. Somebody else can start it again.'],
];

const RESTORE = 'Whoever runs the server has to restore it from a backup.';
const fileWords = {
  missing: `A stored file is not in its place. ${RESTORE}`,
  cut_short: `A stored file is cut short. ${RESTORE}`,
  replaced: `Another file is in the place of a stored one. ${RESTORE}`,
  damaged: `A stored file is damaged: it is not what was stored. ${RESTORE}`,
} as const satisfies Record<FileFault['problem'], string>;

/** Why a job stopped, in words that say whom to ask; without a name, a number or a word of the database. */
export function failureWords(error: unknown): string {
  if (error instanceof FileFault) return `${fileWords[error.problem]} ${KEPT}`;
  const marks = marksOf(error);
  const cause = causes.find(([pattern]) => marks.some((mark) => pattern.test(mark)));
  return `${cause?.[1] ?? OTHERWISE} ${KEPT}`;
}

/** Whether trying again is in vain, and soon there may be no room left to say so. */
export const isDiskFull = (error: unknown): boolean => marksOf(error).some((mark) => DISK_FULL.test(mark));

function marksOf(error: unknown): string[] {
  const fault = error as { code?: unknown; message?: unknown; driverError?: { code?: unknown } } | undefined;
  return [fault?.driverError?.code, fault?.code, fault?.message].filter((mark) => typeof mark === 'string');
}
