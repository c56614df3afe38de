import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEventRow, ConvictionRow, Role } from '@clearance/contract';
import { listOf } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { convictionsOf, judge, judgeUnseen, recommend, viewOf } from './deciding.ts';
import { faultsOf } from './oracle.ts';

const staff = {
  reviewer: ['reviewer'],
  colleague: ['reviewer'],
  approver: ['approver'],
  both: ['reviewer', 'approver'],
  compliance: ['compliance'],
} as const satisfies Record<string, readonly Role[]>;

let installation: Installation;
let county: County<keyof typeof staff>;
let fresh: ConvictionRow[];
/** A conviction that the engine would dismiss and nobody has decided on. */
let seen: ConvictionRow;

const who = (name: keyof typeof staff) => county.people[name].client;
const now = async () => (seen = await viewOf(who('reviewer'), seen.id));
const refusal = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, { name: 'YUBA', staff });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  await importFile(county.people.admin.client, (await sampleFile({ county: 'YUBA', rows: 1_500, seed: 81 })).path);
  fresh = await convictionsOf(who('reviewer'), { state: ['evaluated'], outcome: ['dismiss'] });
});
afterAll(async () => {
  expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
  await installation.stop();
});
beforeEach(() => {
  const next = fresh.pop();
  if (!next) throw new Error('The file has too few convictions for these tests.');
  seen = next;
});

describe('one conviction', () => {
  it('goes back and forth between two people until it is approved, and its log leads to where it stands', async () => {
    const steps: readonly [act: () => Promise<{ status: number }>, state: string][] = [
      [() => recommend(who('reviewer'), seen, 'ask_for_facts', 'Which court?'), 'needs_facts'],
      [() => recommend(who('colleague'), seen, 'withdraw'), 'evaluated'],
      [() => recommend(who('reviewer'), seen, 'dismiss'), 'recommended'],
      [() => recommend(who('reviewer'), seen, 'withdraw'), 'evaluated'],
      [() => recommend(who('reviewer'), seen, 'exclude', 'Not the same person.'), 'recommended'],
      [() => judge(who('approver'), seen, 'return', 'It is; look at the birth date.'), 'returned'],
      [() => recommend(who('colleague'), seen, 'ask_for_facts', 'Born when?'), 'needs_facts'],
      [() => recommend(who('colleague'), seen, 'dismiss', 'Born in 1971; the date fits.'), 'recommended'],
      [() => judge(who('approver'), seen, 'approve'), 'approved'],
    ];
    for (const [act, state] of steps) {
      const version = seen.version;
      expect((await act()).status).toBe(200);
      expect(await now()).toMatchObject({ state, version: version + 1 });
    }
    const { acts } = await viewOf(who('approver'), seen.id);
    expect(acts.map(({ verb, decision }) => decision ?? verb)).toEqual([
      ...[
        'ask_for_facts',
        'withdraw',
        'dismiss',
        'withdraw',
        'exclude',
        'return',
        'ask_for_facts',
        'dismiss',
        'approve',
      ],
    ]);
    const { body } = await who('compliance').get<AuditEventRow[]>(
      listOf('/api/audit-events', { filter: { targetId: seen.id }, sort: ['id', 'ASC'], range: [0, 99] }),
    );
    // Looking at it is on the log as well, and moves nothing.
    const log = body.filter(({ stateAfter }) => stateAfter);
    expect(log.map(({ stateAfter }) => stateAfter)).toEqual([
      'imported',
      'evaluated',
      ...steps.map(([, state]) => state),
    ]);
    expect(log.slice(1).map(({ stateBefore }) => stateBefore)).toEqual(
      log.slice(0, -1).map(({ stateAfter }) => stateAfter),
    );
  });

  it.each([
    ['dismiss', 'approved'],
    ['refer', 'referred'],
    ['challenge', 'challenged'],
    ['exclude', 'excluded'],
    ['reduce', 'approved'],
  ])('recommended to %s and approved is %s, and stays so', async (decision, state) => {
    await recommend(who('reviewer'), seen, decision, 'As discussed.');
    expect((await judge(who('approver'), await now(), 'approve')).body.state).toBe(state);
    await now();
    for (const act of [
      () => recommend(who('colleague'), seen, 'dismiss'),
      () => recommend(who('reviewer'), seen, 'withdraw'),
      () => recommend(who('colleague'), seen, 'ask_for_facts', 'Why?'),
      () => judge(who('approver'), seen, 'approve'),
      () => judge(who('approver'), seen, 'return', 'Too late.'),
    ]) {
      expect(refusal(await act())).toEqual([409, 'wrong_state']);
    }
    const { version } = seen;
    expect(await now()).toMatchObject({ state, version });
  });
});

describe('a decision is refused and changes nothing', () => {
  it('on a version that somebody else has moved on from', async () => {
    const stale = seen;
    await recommend(who('reviewer'), seen, 'dismiss');
    expect(refusal(await recommend(who('colleague'), stale, 'exclude', 'No.'))).toEqual([409, 'conflict']);
    expect(refusal(await judge(who('approver'), stale, 'approve'))).toEqual([409, 'conflict']);
    expect(refusal(await judge(who('approver'), { ...stale, version: stale.version + 5 }, 'approve'))).toEqual([
      409,
      'conflict',
    ]);
    expect(await now()).toMatchObject({ state: 'recommended', decision: 'dismiss', version: stale.version + 1 });
  });

  it('where the state does not allow it', async () => {
    expect(refusal(await judge(who('approver'), seen, 'approve'))).toEqual([409, 'wrong_state']);
    expect(refusal(await judge(who('approver'), seen, 'return', 'Why?'))).toEqual([409, 'wrong_state']);
    expect(refusal(await recommend(who('reviewer'), seen, 'withdraw'))).toEqual([409, 'wrong_state']);
    const { version } = seen;
    expect(await now()).toMatchObject({ state: 'evaluated', version });
  });

  it.each(['exclude', 'challenge', 'ask_for_facts', 'reduce', 'refer'])(
    'without a note where a reason is needed: %s',
    async (decision) => {
      expect(refusal(await recommend(who('reviewer'), seen, decision))).toEqual([422, 'note_required']);
      expect(refusal(await recommend(who('reviewer'), seen, decision, '   '))).toEqual([422, 'note_required']);
      expect((await now()).state).toBe('evaluated');
    },
  );

  it('without an answer to whoever returned it, also after a detour', async () => {
    await recommend(who('reviewer'), seen, 'dismiss');
    await judge(who('approver'), await now(), 'return', 'Is the case number right?');
    expect((await now()).returned).toEqual({ by: 'approver', note: 'Is the case number right?' });
    expect(refusal(await recommend(who('colleague'), seen, 'dismiss'))).toEqual([422, 'answer_required']);
    // Neither does a question that is withdrawn again lead past the approver.
    await recommend(who('colleague'), await now(), 'ask_for_facts', 'Which number?');
    expect(refusal(await recommend(who('reviewer'), await now(), 'dismiss'))).toEqual([422, 'answer_required']);
    await recommend(who('colleague'), await now(), 'withdraw');
    expect(await now()).toMatchObject({ state: 'evaluated', returned: { by: 'approver' } });
    expect(refusal(await recommend(who('reviewer'), seen, 'dismiss'))).toEqual([422, 'answer_required']);
    expect((await recommend(who('reviewer'), seen, 'dismiss', 'It is: see the docket.')).status).toBe(200);
    // Answered once, it is asked no more.
    expect(await now()).toMatchObject({ state: 'recommended', returned: null });
    await recommend(who('reviewer'), await now(), 'withdraw');
    expect((await recommend(who('reviewer'), await now(), 'dismiss')).status).toBe(200);
  });

  it('without a note when it is sent back', async () => {
    await recommend(who('reviewer'), seen, 'dismiss');
    expect(refusal(await judge(who('approver'), await now(), 'return'))).toEqual([422, 'note_required']);
    expect((await now()).state).toBe('recommended');
  });

  it('by whoever recommended it, in this round or an earlier one, and is on the log', async () => {
    await recommend(who('both'), seen, 'dismiss');
    expect(refusal(await judge(who('both'), await now(), 'approve'))).toEqual([403, 'own_recommendation']);
    await judge(who('approver'), await now(), 'return', 'Look again.');
    await recommend(who('reviewer'), await now(), 'dismiss', 'Looked again; it is right.');
    expect(refusal(await judge(who('both'), await now(), 'approve'))).toEqual([403, 'own_recommendation']);
    expect(refusal(await judge(who('both'), seen, 'return', 'No.'))).toEqual([403, 'own_recommendation']);
    expect((await now()).state).toBe('recommended');
    const { body: log } = await who('compliance').get<AuditEventRow[]>(
      listOf('/api/audit-events', { filter: { targetId: seen.id, outcome: 'refused' } }),
    );
    expect(log.length).toBe(3);
  });

  it('against the policy without a reason, or by whoever has not opened the record since, which is on the log', async () => {
    await recommend(who('reviewer'), seen, 'exclude', 'Not the same person.');
    await now();
    const why = 'The clerk says the same.';
    expect(refusal(await judgeUnseen(who('approver'), seen, 'approve'))).toEqual([422, 'note_required']);
    expect(refusal(await judgeUnseen(who('approver'), seen, 'approve', why))).toEqual([409, 'record_not_seen']);
    // That somebody else looked is no look of theirs.
    await who('both').get(`/api/people/${seen.personId}`);
    expect(refusal(await judgeUnseen(who('approver'), seen, 'approve', why))).toEqual([409, 'record_not_seen']);
    await who('approver').get(`/api/people/${seen.personId}`);
    await judgeUnseen(who('approver'), seen, 'return', 'Ask the clerk.');
    // What was looked at before it was recommended anew is not what is approved.
    await recommend(who('reviewer'), await now(), 'exclude', 'The clerk says so.');
    expect(refusal(await judgeUnseen(who('approver'), await now(), 'approve', why))).toEqual([409, 'record_not_seen']);
    await who('approver').get(`/api/people/${seen.personId}`);
    expect((await judgeUnseen(who('approver'), seen, 'approve', why)).body.state).toBe('excluded');
    const { body: log } = await who('compliance').get<AuditEventRow[]>(
      listOf('/api/audit-events', { filter: { targetId: seen.id, outcome: 'refused' } }),
    );
    expect(log.map(({ detail }) => detail['why'])).toEqual(['record_not_seen', 'record_not_seen', 'record_not_seen']);
  });

  it('not where it follows the policy', async () => {
    await recommend(who('reviewer'), seen, 'dismiss');
    expect((await judgeUnseen(who('approver'), await now(), 'approve')).body.state).toBe('approved');
  });

  it('when it takes back what somebody else recommended', async () => {
    await recommend(who('reviewer'), seen, 'dismiss');
    expect(refusal(await recommend(who('colleague'), await now(), 'withdraw'))).toEqual([403, 'forbidden']);
    expect((await now()).state).toBe('recommended');
  });

  it('on what is not there, and with a body that makes no sense', async () => {
    const nowhere = { id: '00000000-0000-4000-8000-0000000000ff', version: 1 };
    expect(refusal(await recommend(who('reviewer'), nowhere, 'dismiss'))).toEqual([404, 'not_found']);
    expect(refusal(await judge(who('approver'), nowhere, 'approve'))).toEqual([404, 'not_found']);
    expect(refusal(await recommend(who('reviewer'), seen, 'seal'))).toEqual([422, 'invalid']);
    expect(refusal(await recommend(who('reviewer'), { id: seen.id, version: 1.5 }, 'dismiss'))).toEqual([
      422,
      'invalid',
    ]);
    expect((await now()).state).toBe('evaluated');
  });

  it('when two people decide at the same moment, all but one of them', async () => {
    const everybody = ['reviewer', 'colleague', 'both'] as const;
    const answers = await Promise.all(everybody.map((name) => recommend(who(name), seen, 'dismiss')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await now()).toMatchObject({ state: 'recommended', version: 3 });
    expect((await viewOf(who('approver'), seen.id)).acts.length).toBe(1);
  });
});
