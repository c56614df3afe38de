import type { MemberRow, Refusal, Role } from '@clearance/contract';
import { Client, type Answer } from '../support/client.ts';
import { hire, makeCounty, type Person } from '../support/county.ts';
import { query } from '../support/database.ts';
import type { Reachable } from '../support/installation.ts';

/** A county whose people can be hired, changed and locked out. */
export async function openOffice(installation: Reachable) {
  const { base, database } = installation;
  const county = await makeCounty(installation, { name: 'YOLO' });
  const admin = county.people.admin.client;
  let hired = 0;
  const someone = (roles: readonly Role[] = ['reviewer']): Promise<Person> =>
    hire(base, admin, `person${(hired += 1)}@yolo.example`, roles);
  const login = (email: string, password: string, client = new Client(base)): Promise<Answer<Refusal>> =>
    client.post('/api/auth/login', { email, password });
  const member = async ({ memberId }: Person) => (await admin.get<MemberRow>(`/api/members/${memberId}`)).body;
  return {
    ...{ county, admin, someone, login, member },
    /** Changes somebody as the administrator; throws when that is refused. */
    async change(person: Person, what: object): Promise<void> {
      const body = { version: (await member(person)).version, ...what };
      const answer = await admin.put(`/api/members/${person.memberId}`, body);
      if (answer.status !== 200) throw new Error(`Not changed: ${JSON.stringify(answer.body)}`);
    },
    alive: async (client: Client): Promise<boolean> => (await client.get('/api/me')).status === 200,
    /** Tries to sign in with a wrong password, on the device that the person works on. */
    async fail(person: Person, times: number): Promise<void> {
      for (let time = 0; time < times; time += 1) await login(person.email, 'wrong-password', onDeviceOf(base, person));
    },
    sql: <T>(text: string, ...values: unknown[]) => query<T>(database.superUrl, text, values),
  };
}
/** A browser of the device that the person works on, in which nobody is signed in. */
export function onDeviceOf(base: string, { client: { device } }: Person): Client {
  const client = new Client(base);
  client.cookie = device;
  return client;
}
export type Office = Awaited<ReturnType<typeof openOffice>>;

/** So many failures within a quarter of an hour lock an account. */
export const FAILURES = 5;
