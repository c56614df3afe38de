import { hash, verify } from '@node-rs/argon2';
import { Refused } from '../refused.ts';
import { isGuessable } from './password-strength.ts';

/** Argon2id with the parameters OWASP names first (19 MiB, two passes, one lane). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 8;

/**
 * Hashes a new password. Throws `weak_password` for what is too short or among the first ones guessed.
 *
 * @param about texts that a stranger knows of the person
 */
export async function hashPassword(password: string, about: readonly string[] = []): Promise<string> {
  const plain = password.normalize('NFKC');
  if (plain.length < SHORTEST || (await isGuessable(plain, about))) throw new Refused('weak_password');
  return hash(plain, cost);
}

export const passwordFits = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password.normalize('NFKC'));

let decoy: Promise<string> | undefined;
/** Takes as long as a real check, so that an unknown address cannot be told by the time of the answer. */
export async function pretendToCheck(password: string): Promise<void> {
  decoy ??= hash('no such account', cost);
  await verify(await decoy, password);
}
