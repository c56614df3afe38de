import type { CountyRow, ImportRow, Me, OutboxMail, Role, Work } from '@clearance/contract';
import { Client, signIn, type Sendable } from './client.ts';
import type { Reachable } from './installation.ts';
import { until } from './until.ts';

export const PASSWORD = 'violet-kettle-forty';

export interface Person {
  readonly email: string;
  readonly memberId: string;
  readonly client: Client;
}

export interface County<K extends string> {
  readonly id: string;
  readonly name: string;
  readonly people: Readonly<Record<K | 'admin', Person>>;
}

const operators = new WeakMap<Reachable, Promise<Client>>();
const accept = (base: string, link: string, name: string) =>
  new Client(base).post('/api/invitations/accept', { token: tokenIn(link), name, password: PASSWORD });

/** The token of the link in a mail. */
export const tokenIn = (text: string): string => /[?&]token=([^\s&]+)/.exec(text)?.[1] ?? '';

/** The newest mail to an address. */
export async function mailTo(base: string, email: string): Promise<string> {
  const { body } = await new Client(base).get<OutboxMail[]>('/api/outbox');
  return body.find((mail) => mail.to === email)?.text ?? '';
}

/** The installation's operator, signed in; invited on first use. */
export function operatorOf(installation: Reachable): Promise<Client> {
  const known = operators.get(installation);
  if (known) return known;
  const made = (async () => {
    const email = 'operator@test.example';
    await accept(installation.base, await installation.inviteOperator(email), 'Operator');
    return signIn(installation.base, email, PASSWORD);
  })();
  operators.set(installation, made);
  return made;
}

/** Invites somebody with these roles, accepts for them and signs them in. */
export async function hire(base: string, admin: Client, email: string, roles: readonly Role[]): Promise<Person> {
  const invited = await admin.post('/api/invitations', { emails: [email], roles });
  if (invited.status !== 201) throw new Error(`${email} was not invited: ${JSON.stringify(invited.body)}`);
  return enter(base, email);
}

async function enter(base: string, email: string): Promise<Person> {
  await accept(base, await mailTo(base, email), email.split('@', 1)[0] ?? email);
  const client = await signIn(base, email, PASSWORD);
  return { email, client, memberId: (await client.get<Me>('/api/me')).body.memberId };
}

/** A county with its first administrator (`admin`) and further people by name, all signed in; their password is PASSWORD. */
export async function makeCounty<K extends string = never>(
  installation: Reachable,
  { name, staff }: { name: string; staff?: Readonly<Record<K, readonly Role[]>> },
): Promise<County<K>> {
  const { base } = installation;
  const at = `${name.toLowerCase().replace(/\W/g, '')}.example`;
  const operator = await operatorOf(installation);
  const made = await operator.post<CountyRow>('/api/counties', { name, adminEmail: `admin@${at}` });
  if (made.status !== 201) throw new Error(`${name} was not created: ${JSON.stringify(made.body)}`);
  const admin = await enter(base, `admin@${at}`);
  const people: Record<string, Person> = { admin };
  for (const [key, roles] of Object.entries<readonly Role[]>(staff ?? {})) {
    people[key] = await hire(base, admin.client, `${key.toLowerCase()}@${at}`, roles);
  }
  return { id: made.body.id, name: made.body.name, people: people as County<K>['people'] };
}

/** Every job of the county with how far it is, as anybody of the county sees it: what moves while jobs are at work. */
export const ledgerOf = (client: Client) => async () =>
  (await client.get<Work[]>('/api/work')).body.map(({ id, state, title, done }) => [id, state, title, done]);

/** Uploads a file, or several as one delivery, and waits until it is counted and evaluated, or waits for somebody. */
export async function importFile(admin: Client, ...files: readonly Sendable[]): Promise<ImportRow> {
  const { status, body } = await admin.upload(...files);
  if (status !== 201) throw new Error(`The file was refused: ${JSON.stringify(body)}`);
  const settled = () => until(() => settledImport(admin, body.id), { moves: ledgerOf(admin) });
  let done = await settled();
  if (done.state === 'waiting' && done.doubts.join('') === 'few_shared') {
    await admin.post(`/api/imports/${body.id}/confirm`, {});
    done = await settled();
  }
  await impactCounted(admin);
  // What became of its rows is known only now.
  return (await settledImport(admin, body.id)) ?? done;
}

async function settledImport(admin: Client, id: string): Promise<ImportRow | undefined> {
  const { status, body: view } = await admin.get<ImportRow>(`/api/imports/${id}`);
  if (status !== 200) throw new Error(`The import was not shown: ${JSON.stringify(view)}`);
  return ['reading', 'counting', 'evaluating'].includes(view.state) ? undefined : view;
}

/** What a file comes to is counted behind it, by a job of its own. */
async function impactCounted(admin: Client): Promise<void> {
  const filter = encodeURIComponent(JSON.stringify({ state: 'running', kind: 'impact' }));
  await until(async () => (await admin.get<unknown[]>(`/api/work?filter=${filter}`)).body.length === 0, {
    moves: ledgerOf(admin),
  });
}

/** Publishes a preset and answers when everybody is evaluated under it. */
export async function publishPolicy(admin: Client, preset = 'la-2020'): Promise<void> {
  const { status, body } = await admin.post('/api/policies', { preset });
  if (status !== 201) throw new Error(`The policy was refused: ${JSON.stringify(body)}`);
  await until(
    async () => {
      const running = await admin.get<unknown[]>('/api/work?filter=%7B%22state%22%3A%22running%22%7D');
      return running.body.length === 0;
    },
    { moves: ledgerOf(admin) },
  );
}
