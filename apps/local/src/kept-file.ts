import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Writes a file that only we can read; it is there as a whole or not at all, whenever we are killed. */
export function writeWhole(path: string, text: string, mode = 0o600): void {
  const begun = `${path}.${process.pid}.new`;
  writeFileSync(begun, text, { mode });
  renameSync(begun, path);
}

/** The text of a file, made on first use. */
export function keptText(path: string, make: () => string): string {
  if (!existsSync(path)) writeWhole(path, make());
  return readFileSync(path, 'utf8');
}
