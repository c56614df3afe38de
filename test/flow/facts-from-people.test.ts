import type { EnteredFactRow, FactRequest, FactsAwaited, FactsView, FactValue, Refusal } from '@clearance/contract';
import type { Determination, ImpactView, PersonView, ReplayView } from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { smallFile, type SmallFilePerson } from '../support/small-file.ts';
import type { Client } from '../support/client.ts';
import { until } from '../support/until.ts';
import { convictionsOf, judge, recommend, viewOf } from './deciding.ts';

const staff = { reviewer: ['reviewer'], colleague: ['reviewer'], approver: ['approver'] } as const;
const DOCKET = { source: 'docket', reference: 'Docket 98-1234, page 3' } as const;

/** Whether a felony of 2005 is dismissed hangs on the age alone: the felony of 2020 is younger than ten years. */
const person = (cii: string, more: Partial<SmallFilePerson> = {}): SmallFilePerson => ({
  ...{ cii, name: `FACTLESS,${cii}`, born: '' },
  cases: [
    { number: `OLD${cii}`, date: '20050101', offense: '11359 HS-POSSESS FOR SALE' },
    { number: `NEW${cii}`, date: '20200101', offense: '459 PC-BURGLARY' },
  ],
  ...more,
});
const cii = (n: number) => `A${String(40_000_000 + n)}`;
const PEOPLE = 24;
const everybody = Array.from({ length: PEOPLE }, (_, n) => person(cii(n)));

let installation: Installation;
let county: County<keyof typeof staff>;
let elsewhere: County<keyof typeof staff>;
/** Convictions of one person each, not used by another test. */
let unused: string[];

const who = (name: keyof typeof staff): Client => county.people[name].client;
const take = () => unused.pop() ?? '';
const now = (id: string) => viewOf(who('reviewer'), id);
const traceOf = async (id: string, client = who('reviewer')): Promise<Determination> =>
  (await client.get<{ determination: Determination }>(`/api/convictions/${id}/trace`)).body.determination;
const factsOf = async (id: string, client = who('reviewer')) =>
  (await client.get<FactsView>(`/api/convictions/${id}/facts`)).body;

async function enter(id: string, fact: FactValue, more: object = {}, client = who('reviewer')) {
  const { version } = await viewOf(client, id);
  return client.post<FactsView & Refusal>(`/api/convictions/${id}/facts`, { version, fact, ...DOCKET, ...more });
}
const born = (date: string): FactValue => ({ kind: 'birth_date', date });

async function withdraw(id: string, factId: string, reason = 'Read from the wrong docket.') {
  const { version } = await now(id);
  return who('colleague').post<FactsView & Refusal>(`/api/convictions/${id}/facts/${factId}/withdraw`, {
    ...{ version, reason },
  });
}
const bodyOf = async (id: string): Promise<string> => {
  const [found] = await query<{ body: Buffer }>(
    installation.database.superUrl,
    `SELECT d.body FROM conviction c JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id
      WHERE c.id = $1`,
    [id],
  );
  return found?.body.toString('base64') ?? '';
};

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, { name: 'MODOC', staff });
  elsewhere = await makeCounty(installation, { name: 'SIERRA', staff });
  for (const one of [county, elsewhere]) {
    const admin = one.people.admin.client;
    await importFile(admin, { name: 'first.dat', bytes: smallFile(one.name, everybody) });
    await publishPolicy(admin, 'la-2020');
  }
  unused = (await convictionsOf(who('reviewer'), { section: ['HS 11359'] })).map(({ id }) => id);
  expect(unused).toHaveLength(PEOPLE);
});
afterAll(() => installation?.stop());

describe('a fact that a reviewer enters', () => {
  it('is named as missing before, and settles the conviction at once', async () => {
    const id = take();
    expect(await now(id)).toMatchObject({ outcome: 'needs_review', reason: 'Not known: the birth date.' });
    expect((await factsOf(id)).missing).toMatchObject([{ kind: 'birth_date', conviction: null }]);
    const { body, status } = await enter(id, born('1960-05-05'));
    expect([status, body.entered[0]]).toMatchObject([200, { says: 'born 1960-05-05', standing: 'used', ...DOCKET }]);
    const settled = await now(id);
    expect(settled).toMatchObject({ outcome: 'dismiss', ruleId: 'fifty-or-older', state: 'evaluated' });
    // Whose record it is says so as well, and does not go on that the date is unknown.
    const person = (await who('approver').get<PersonView>(`/api/people/${settled.personId}`)).body;
    expect(person).toMatchObject({ birth: '1960-05-05', birthEntered: true, age: expect.any(Number) as number });
  });

  it('is told in the trace with who entered it and from where', async () => {
    const id = take();
    await enter(id, born('1960-05-05'));
    const { enteredFacts, flags, trace } = await traceOf(id);
    const terms = trace.steps.flatMap((step) => step.terms).filter((term) => term.entered);
    expect(terms[0]?.entered?.[0]).toMatch(
      /^born 1960-05-05: entered by reviewer on \d{4}-\d\d-\d\d from the docket, /,
    );
    expect(terms[0]?.cells[0]).toBe(`entered:${enteredFacts?.[0]?.id}`);
    expect(flags).toContain('fact_entered');
  });

  it('is seen by the approver beside the determination, who can approve on it', async () => {
    const id = take();
    await enter(id, born('1960-05-05'));
    await recommend(who('reviewer'), await now(id), 'dismiss');
    const seen = await factsOf(id, who('approver'));
    expect(seen.entered).toMatchObject([{ by: 'reviewer', says: 'born 1960-05-05', ...DOCKET }]);
    expect((await judge(who('approver'), await now(id), 'approve')).body.state).toBe('approved');
  });

  it('is on the log without what it says', async () => {
    const id = take();
    const { body } = await enter(id, born('1961-07-19'), { reference: 'Exhibit Q-77' });
    const [entry] = await query<{ text: string }>(
      installation.database.superUrl,
      `SELECT convert_from(bytes, 'UTF8') AS text FROM audit_entry WHERE county_id = $1 AND action = 'fact.enter' AND target_id = $2`,
      [county.id, id],
    );
    expect(JSON.parse(entry?.text ?? '{}')).toMatchObject({
      detail: { kind: 'birth_date', fact: body.entered[0]?.id },
      outcome: 'success',
    });
    const [found] = await query<{ n: number }>(
      installation.database.superUrl,
      `SELECT count(*)::int AS n FROM audit_entry
        WHERE county_id = $1 AND convert_from(bytes, 'UTF8') ~ '1961-07-19|19610719|Exhibit|Q-77'`,
      [county.id],
    );
    expect(found?.n).toBe(0);
  });

  it('about another conviction of the person is taken where that one is missing it', async () => {
    const id = take();
    await enter(id, born('1980-05-05'));
    const { facts } = await traceOf(id);
    const other = `NEW${facts.caseNumber.slice(3)}|001|459 PC|20200101`;
    const said = await enter(id, { kind: 'not_same_person', scope: 'cycle' }, { conviction: other });
    expect(said.body.entered.map((one) => [one.kind, one.about])).toContainEqual(['not_same_person', 'other']);
    expect(await now(id)).toMatchObject({ outcome: 'dismiss', ruleId: 'ten-years-felony-free' });
  });

  it('that the conviction is another person’s leaves it to a person', async () => {
    const id = take();
    await enter(id, born('1960-05-05'));
    await enter(id, { kind: 'not_same_person', scope: 'conviction' });
    expect(await now(id)).toMatchObject({
      ...{ outcome: 'needs_review', state: 'evaluated' },
      reason: "Not known: whether the conviction is this person's.",
    });
  });
});

describe('a fact that is withdrawn', () => {
  it('leaves the very bytes that were there before, and stays on file with the reason', async () => {
    const id = take();
    const [before, wasView] = [await bodyOf(id), await now(id)];
    const entered = await enter(id, born('1960-05-05'));
    expect(await bodyOf(id)).not.toBe(before);
    const { body } = await withdraw(id, entered.body.entered[0]?.id ?? '');
    expect(body.entered).toMatchObject([
      { standing: null, withdrawnBy: 'colleague', withdrawnReason: 'Read from the wrong docket.' },
    ]);
    expect(await bodyOf(id)).toBe(before);
    const { historyDigest, outcome, reason } = await now(id);
    expect({ historyDigest, outcome, reason }).toEqual({
      ...{ historyDigest: wasView.historyDigest, outcome: wasView.outcome, reason: wasView.reason },
    });
  });

  it('cannot be withdrawn twice, and a determination made on it can still be made again', async () => {
    const id = take();
    const entered = await enter(id, born('1960-05-05'));
    const factId = entered.body.entered[0]?.id ?? '';
    const [on] = await query<{ id: string }>(
      installation.database.superUrl,
      `SELECT determination_id AS id FROM conviction WHERE id = $1`,
      [id],
    );
    await withdraw(id, factId);
    expect((await withdraw(id, factId)).body.code).toBe('fact_already_withdrawn');
    for (const determinationId of [on?.id, undefined]) {
      const again = await who('reviewer').post<ReplayView>(`/api/convictions/${id}/replay`, { determinationId });
      expect(again.body).toMatchObject({ identical: true, historyStillThere: true });
    }
  });

  it('by no statement of the application is anything of it changed', async () => {
    await expect(
      query(installation.database.superUrl, `UPDATE entered_fact SET reference = 'other' WHERE county_id = $1`, [
        county.id,
      ]),
    ).rejects.toThrow();
  });
});

describe('what was decided on older facts', () => {
  it('is evaluated again when it was recommended, and cannot be approved as it was', async () => {
    const id = take();
    await enter(id, born('1960-05-05'));
    await recommend(who('reviewer'), await now(id), 'dismiss');
    const seen = await now(id);
    await enter(id, { kind: 'severity', severity: 'felony' });
    const refused = await judge(who('approver'), seen, 'approve');
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
    expect(await now(id)).toMatchObject({ state: 'evaluated', decision: null });
  });

  it('stays approved and is marked when it was approved', async () => {
    const id = take();
    await enter(id, born('1960-05-05'));
    await recommend(who('reviewer'), await now(id), 'dismiss');
    await judge(who('approver'), await now(id), 'approve');
    await enter(id, born('1985-05-05'));
    expect(await now(id)).toMatchObject({ state: 'approved', changed: true, outcome: 'dismiss' });
    expect((await factsOf(id)).entered.map(({ standing }) => standing)).toEqual(['disputed', 'disputed']);
    const { version } = await now(id);
    await who('approver').post(`/api/convictions/${id}/undo`, { version, note: 'The birth date is disputed.' });
    expect(await now(id)).toMatchObject({ state: 'recommended', outcome: 'needs_review' });
    expect((await judge(who('approver'), await now(id), 'approve')).body.code).toBe('history_changed');
  });

  it('in a race of a fact and an approval one of both goes through, and the other is told', async () => {
    for (let round = 0; round < 3; round++) {
      const id = take();
      await enter(id, born('1960-05-05'));
      await recommend(who('reviewer'), await now(id), 'dismiss');
      const seen = await now(id);
      const fact = { version: seen.version, fact: born('1962-01-01'), ...DOCKET };
      const [approved, entered] = await Promise.all([
        judge(who('approver'), seen, 'approve'),
        who('colleague').post<FactsView & Refusal>(`/api/convictions/${id}/facts`, fact),
      ]);
      const after = await now(id);
      const facts = await factsOf(id);
      if (approved.status === 200) {
        expect([entered.status, entered.body.code]).toEqual([409, 'fact_decided_meanwhile']);
        expect([after.state, facts.entered.length]).toEqual(['approved', 1]);
      } else {
        expect([approved.body.code, entered.status]).toEqual(['conflict', 200]);
        expect([after.state, facts.entered.length]).toEqual(['evaluated', 2]);
      }
    }
  });
});

describe('a newer file', () => {
  let silent: string;
  let same: string;
  let contrary: string;
  const entry = async (id: string): Promise<EnteredFactRow | undefined> => (await factsOf(id)).entered[0];

  beforeAll(async () => {
    [silent, same, contrary] = [take(), take(), take()];
    for (const id of [silent, same, contrary]) await enter(id, born('1960-05-05'));
    const ciiOf = async (id: string) => (await now(id)).caseNumber.slice(3);
    const birth = new Map([
      [await ciiOf(same), '19600505'],
      [await ciiOf(contrary), '19850101'],
    ]);
    const later = everybody.map((one) => ({ ...one, born: birth.get(one.cii) ?? one.born }));
    await importFile(county.people.admin.client, { name: 'second.dat', bytes: smallFile(county.name, later) });
  });

  it('that says nothing of it leaves an entered fact as it is', async () => {
    expect(await entry(silent)).toMatchObject({ standing: 'used' });
    expect(await now(silent)).toMatchObject({ outcome: 'dismiss', ruleId: 'fifty-or-older' });
  });

  it('that contains it changes no outcome', async () => {
    expect(await entry(same)).toMatchObject({ standing: 'same_as_file' });
    expect(await now(same)).toMatchObject({ outcome: 'dismiss', ruleId: 'fifty-or-older', changed: true });
  });

  it('that contradicts it sends the conviction to a person, with both shown', async () => {
    expect(await entry(contrary)).toMatchObject({ standing: 'contradicts_file' });
    expect(await now(contrary)).toMatchObject({ outcome: 'needs_review', reason: 'Not known: the birth date.' });
    const [missing] = (await traceOf(contrary)).unknownFacts;
    expect(missing?.why).toBe('the file says 1985-01-01, and 1960-05-05 was entered');
  });

  it('and a policy that is published after it evaluate on the facts as well', async () => {
    await publishPolicy(county.people.admin.client, 'sacramento-2019');
    await publishPolicy(county.people.admin.client, 'la-2020');
    expect(await now(silent)).toMatchObject({ outcome: 'dismiss', ruleId: 'fifty-or-older' });
  });
});

describe('facts that are awaited', () => {
  it('are listed with court, agency, question and age, until the fact is entered', async () => {
    const id = take();
    await recommend(who('reviewer'), await now(id), 'ask_for_facts', 'When was he born?');
    const listed = async () => (await who('approver').get<FactsAwaited>('/api/facts-awaited')).body;
    const before = await listed();
    expect(before.rows.find((row) => row.convictionId === id)).toMatchObject({
      ...{ court: 'CASC MODOC', agency: 'CAPD MODOC', question: 'When was he born?', askedBy: 'reviewer' },
      facts: [{ fact: 'birth_date', why: 'the birth date is missing or is not a date' }],
    });
    await enter(id, born('1960-05-05'));
    expect((await listed()).total).toBe(before.total - 1);
    expect((await now(id)).state).toBe('evaluated');
  });

  it('stay listed while another fact is missing', async () => {
    const id = take();
    await recommend(who('reviewer'), await now(id), 'ask_for_facts', 'When was he born?');
    await enter(id, { kind: 'severity', severity: 'felony' });
    expect(await now(id)).toMatchObject({ state: 'needs_facts', outcome: 'needs_review' });
  });

  it('make a letter to a court, which is kept as a release of criminal history', async () => {
    const sent = { court: 'CASC MODOC', recipient: 'Clerk, Superior Court', purpose: 'Missing facts' };
    const { body, status } = await who('reviewer').post<FactRequest>('/api/facts-awaited/requests', sent);
    expect([status, body.rows.length]).toEqual([200, 1]);
    expect(body.csv.split('\n')[1]).toContain('FACTLESS');
    // In words, and not in the names by which programs know facts.
    expect(body.csv.split('\n')[1]).toContain('the birth date');
    const [kept] = await query<{ people: number; recipient: string }>(
      installation.database.superUrl,
      `SELECT people, recipient FROM dissemination WHERE county_id = $1 AND what = 'fact_request'`,
      [county.id],
    );
    expect(kept).toEqual({ people: 1, recipient: 'Clerk, Superior Court' });
    // Nobody has said yet where to answer; who asks and what to quote is there.
    expect(body.sender).toMatchObject({
      office: '',
      address: '',
      contact: '',
      by: expect.stringMatching(/./) as string,
    });
    expect(body.reference).toMatch(/^FR-[0-9A-F]{8}$/);
    const office = { officeName: 'District Attorney', officeAddress: '1 Main Street', officeContact: '530 555 0100' };
    expect((await county.people.admin.client.put('/api/settings', office)).status).toBe(200);
    const signed = (await who('reviewer').post<FactRequest>('/api/facts-awaited/requests', sent)).body;
    expect(signed.sender).toMatchObject({ office: 'District Attorney', address: '1 Main Street' });
    expect(signed.reference).not.toBe(body.reference);
    expect(signed.csv.split('\n')[1]).toContain(
      `${signed.reference},${signed.day},${signed.sender.by},District Attorney,"1 Main Street, 530 555 0100"`,
    );
    const none = await who('reviewer').post<Refusal>('/api/facts-awaited/requests', { ...sent, court: 'CASC NOWHERE' });
    expect([none.status, none.body.code]).toEqual([422, 'nothing_awaited']);
  });
});

describe('bad input', () => {
  it.each([
    [{ fact: born('2090-01-01') }, 'fact_in_the_future'],
    [{ fact: { kind: 'disposition', text: 'NO SUCH WORDS' } }, 'fact_unknown_disposition'],
    [{ fact: born('1960-05-05'), conviction: 'X|001|459 PC|20200101', version: 0 }, 'fact_decided_meanwhile'],
    [{ fact: { kind: 'severity', severity: 'felony' }, conviction: 'X|001|1 PC|2020' }, 'fact_without_conviction'],
    [{ fact: { kind: 'unread_row', line: 3, bears: 'nothing', text: '' } }, 'invalid'],
    [{ fact: born('1960-02-30') }, 'invalid'],
    [{ fact: born('1960-05-05'), reference: '  ' }, 'invalid'],
  ])('%j is refused as %s, and nothing is kept', async (sent, code) => {
    const [id = ''] = unused;
    const before = await factsOf(id);
    const { version } = await now(id);
    const said = await who('reviewer').post<Refusal>(`/api/convictions/${id}/facts`, { version, ...DOCKET, ...sent });
    expect(said.body.code).toBe(code);
    expect(await factsOf(id)).toEqual(before);
  });

  it('that contradicts the file is kept, shown with both, and leaves the conviction to a person', async () => {
    const id = take();
    await enter(id, born('1960-05-05'));
    const { body } = await enter(id, { kind: 'severity', severity: 'misdemeanor' });
    expect(body.entered.find(({ kind }) => kind === 'severity')).toMatchObject({ standing: 'contradicts_file' });
    const { outcome, unknownFacts } = await traceOf(id);
    expect([outcome, unknownFacts[0]?.why]).toEqual([
      'needs_review',
      'the file says felony, and misdemeanor was entered',
    ]);
  });
});

it('another county has nothing of it', async () => {
  const [id = ''] = unused;
  const entered = await enter(id, born('1960-05-05'));
  const foreign = elsewhere.people.reviewer.client;
  const factId = entered.body.entered[0]?.id ?? '';
  const [own] = await convictionsOf(foreign, { section: ['HS 11359'] });
  const answers = [
    await foreign.get<Refusal>(`/api/convictions/${id}/facts`),
    await foreign.post<Refusal>(`/api/convictions/${id}/facts`, { version: 2, fact: born('1960-05-05'), ...DOCKET }),
    await foreign.post<Refusal>(`/api/convictions/${own?.id}/facts/${factId}/withdraw`, { version: 2, reason: 'No.' }),
  ];
  expect(answers.map(({ body, status }) => [status, body.code])).toEqual(answers.map(() => [404, 'not_found']));
  expect((await foreign.get<FactsAwaited>('/api/facts-awaited')).body).toEqual({ rows: [], total: 0 });
});

describe('what a row says that could not be read', () => {
  let small: County<keyof typeof staff>;
  let about: string;
  const people = [person(cii(90)), person(cii(91))];
  const spoilt = (file: string, by: string): string => {
    const lines = file.split('\n');
    const at = lines.findIndex((line) => line.includes(cii(90)));
    return [...lines.slice(0, -1), `${lines[at]},${by}`, ''].join('\n');
  };
  const flags = async () => (await viewOf(small.people.reviewer.client, about)).flags;

  beforeAll(async () => {
    small = await makeCounty(installation, { name: 'ALPINE', staff });
    const admin = small.people.admin.client;
    await publishPolicy(admin, 'la-2020');
    await importFile(admin, { name: 'one.dat', bytes: spoilt(smallFile('ALPINE', people), 'one cell too many') });
    const found = await convictionsOf(small.people.reviewer.client, {
      flag: ['row_unreadable'],
      section: ['HS 11359'],
    });
    about = found[0]?.id ?? '';
  });

  it('is asked for by its line, and settles the row when nothing on it matters', async () => {
    expect(await flags()).toContain('row_unreadable');
    const row = (await factsOf(about, small.people.reviewer.client)).missing.find(({ kind }) => kind === 'unread_row');
    expect(row?.line).toBe(10);
    const says = { kind: 'unread_row', line: 10, text: 'The arrest of 2005 once more' } as const;
    const client = small.people.reviewer.client;
    await enter(about, { ...says, bears: 'conviction' }, {}, client);
    expect(await flags()).toContain('row_unreadable');
    await enter(about, { ...says, bears: 'nothing' }, {}, client);
    expect(await flags()).not.toContain('row_unreadable');
  });

  it('holds in a newer file that has the same row, and not for another row', async () => {
    const admin = small.people.admin.client;
    const moved = [person(cii(89)), ...people];
    await importFile(admin, { name: 'two.dat', bytes: spoilt(smallFile('ALPINE', moved), 'one cell too many') });
    expect(await flags()).not.toContain('row_unreadable');
    await importFile(admin, { name: 'three.dat', bytes: spoilt(smallFile('ALPINE', moved), 'another cell') });
    expect(await flags()).toContain('row_unreadable');
  });

  it('and every other fact is what simulations and counts go by as well', async () => {
    const { admin, reviewer } = small.people;
    // As long as a row of the person is unread, nothing is dismissed whatever else is known.
    const unread = (await factsOf(about, reviewer.client)).missing.find(({ kind }) => kind === 'unread_row');
    const nothing = { kind: 'unread_row', line: unread?.line ?? 0, text: 'Another cell', bears: 'nothing' } as const;
    await enter(about, nothing, {}, reviewer.client);
    await enter(about, born('1960-05-05'), {}, reviewer.client);
    await publishPolicy(admin.client, 'prop64-dismiss-all');
    await publishPolicy(admin.client, 'la-2020');
    await admin.client.post('/api/impact', {});
    const impact = await until(async () => {
      const { body } = await reviewer.client.get<ImpactView>('/api/impact');
      return body.state === 'done' ? body.impact : undefined;
    });
    expect(impact?.byOutcome).toMatchObject({ dismiss: 1, needs_review: 2 });
  });

  it('and every determination on the way is made again, whichever rows are settled now', async () => {
    const made = await query<{ id: string }>(
      installation.database.superUrl,
      `SELECT id FROM determination WHERE conviction_id = $1`,
      [about],
    );
    expect(made.length).toBeGreaterThan(5);
    for (const { id: determinationId } of made) {
      const path = `/api/convictions/${about}/replay`;
      const again = await small.people.reviewer.client.post<ReplayView>(path, { determinationId });
      expect(again.body).toMatchObject({ identical: true, historyStillThere: true, engineStillThere: true });
    }
  });
});
