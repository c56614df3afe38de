import { roleNames, states, type Role } from '@clearance/contract';
import { roleWords, stateWords } from '../ui/words.ts';
import { capital, plainWords } from './past-tense.ts';

const isRole = (name: string): name is Role => (roleNames as readonly string[]).includes(name);

/** `active reviewer+approver`, as the log writes somebody's access → `Active, Reviewer and Approver`. */
function accessOf(state: string): string | undefined {
  const [, status, roles = ''] = /^(?:(\w+) )?([a-z_+]+)$/.exec(state) ?? [];
  const names = roles.split('+').filter(isRole);
  if (names.length === 0 || names.length !== roles.split('+').length) return undefined;
  const said = names.map((role) => roleWords[role]).join(' and ');
  return status ? `${capital(status)}, ${said}` : said;
}

const ways: Readonly<Record<string, string>> = { mail: 'mail', webhook: 'web address', folder: 'folder' };

/** `mail webhook`, as the log writes where checkpoints are sent → `Mail and web address`. */
function waysOf(state: string): string | undefined {
  const said = state.split(' ').map((way) => ways[way]);
  return said.every((way) => way !== undefined) ? capital(said.join(' and ')) : undefined;
}

/** What was so before or after an act: a conviction's state in the office's words, somebody's access, or read from its code. */
export function stateOfAct(state: string): string {
  const known = states.find((name) => name === state);
  return known ? stateWords[known].word : (accessOf(state) ?? waysOf(state) ?? capital(plainWords(state)));
}
