import { openCheckpoint, type OpenedCheckpoint } from './checkpoint.ts';
import type { VerifierKey } from './signed-note.ts';

const LINES = 3;
/** An Ed25519 signature and the id of its key in base 64. */
const SIGNATURE = 92;

/**
 * The checkpoint in a file that somebody kept, signed with any of these keys. It may have been saved from a mail: line
 * ends, blank lines, quote signs, wrapped lines and what stands around it do not matter. That makes nothing less safe,
 * since the three lines and the signature must still be those that were signed.
 */
export function openKeptCheckpoint(text: string, keys: readonly VerifierKey[]): OpenedCheckpoint {
  const opened = [text, noteIn(text)].flatMap((note) => keys.map((key) => openCheckpoint(note, key)));
  const because = (wanted: string) => opened.find((one) => !one.ok && one.why === wanted);
  return (
    opened.find(({ ok }) => ok) ??
    because('bad_signature') ??
    because('other_key') ?? { ok: false, why: 'not_a_checkpoint' }
  );
}

/** The note that stands somewhere in a text, as the log wrote it; anything where there is none. */
function noteIn(text: string): string {
  const lines = text.split(/\r*\n|\r/).map((line) => line.replace(/^(\s*>)+/, '').trim());
  const signed = lines.findIndex((line) => /^—\s/.test(line));
  if (signed < 0) return '';
  const told = lines.slice(0, signed).filter((line) => line !== '');
  const [name = '', ...pieces] = lines.slice(signed).join(' ').slice(1).trim().split(/\s+/);
  let signature = '';
  for (const piece of pieces) if (signature.length < SIGNATURE) signature += piece;
  return `${told.slice(-LINES).join('\n')}\n\n— ${name} ${signature}\n`;
}
