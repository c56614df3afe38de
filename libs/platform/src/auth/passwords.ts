import { hash, verify } from '@node-rs/argon2';
import { Refused } from '../refused.ts';
import { commonPasswords } from './common-passwords.ts';

/** Argon2id with the parameters OWASP names first (19 MiB, two passes, one lane). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a new password. Refuses what is too short or among the first ones guessed. */
export function hashPassword(password: string): Promise<string> {
  const plain = password.toLowerCase();
  if (password.length < 8 || commonPasswords.has(plain) || /^(.)\1*$/.test(plain)) throw new Refused('weak_password');
  return hash(password.normalize('NFKC'), cost);
}

export const passwordFits = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password.normalize('NFKC'));

let decoy: Promise<string> | undefined;
/** Takes as long as a real check, so that an unknown address cannot be told by the time of the answer. */
export async function pretendToCheck(password: string): Promise<void> {
  decoy ??= hash('no such account', cost);
  await verify(await decoy, password);
}
