import type { CountyRow, OutboxMail } from '@clearance/contract';
import { firstLine } from '../child.ts';
import { built, environment, type Surroundings } from '../processes.ts';
import { operator, staffOf, type Staff } from './people.ts';
import type { Visitor } from './visitor.ts';

const tokenOf = (text: string) => /[?&]token=([^\s&]+)/.exec(text)?.[1] ?? '';

async function accept(visitor: Visitor, text: string, { name, password }: Staff): Promise<void> {
  await visitor.post('/api/invitations/accept', { token: tokenOf(text), name, password });
}

/** The first operator is invited from the command line, by whoever has a shell on the machine. */
export async function inviteOperator(here: Surroundings, stranger: Visitor): Promise<void> {
  const program = built(here.root, 'api', 'invite-operator.js');
  const env = { ...environment(here), PORT: '0' };
  await accept(stranger, await firstLine(program, [operator.email], { cwd: here.root, env }), operator);
}

/** Brings a county's people in, each by the link of the mail that they got; answers its administrator, signed in. */
export async function onboard(county: string, as: Visitor, visitor: () => Visitor): Promise<Visitor> {
  const staff = staffOf[county];
  if (!staff) throw new Error(`The demo has no people for ${county}.`);
  const [first, ...others] = staff;
  const stranger = visitor();
  const follow = async (person: Staff) => {
    const mails = await stranger.get<OutboxMail[]>('/api/outbox');
    await accept(stranger, mails.find((mail) => mail.to === person.email)?.text ?? '', person);
  };
  await as.post<CountyRow>('/api/counties', { name: county, adminEmail: first.email });
  await follow(first);
  const administrator = await visitor().signIn(first.email, first.password);
  for (const { email, roles } of others) await administrator.post('/api/invitations', { emails: [email], roles });
  await Promise.all(others.map(follow));
  return administrator;
}
