import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConvictionFilter, Role } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { convictionsOf, decideAll, lookAt, recommend, startBulk } from './deciding.ts';
import { manyConvictions } from './many-convictions.ts';
import { faultsOf } from './oracle.ts';

const staff = {
  reviewer: ['reviewer'],
  approver: ['approver'],
  both: ['reviewer', 'approver'],
} as const satisfies Record<string, readonly Role[]>;
const open: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const waiting: ConvictionFilter = { state: ['recommended'], decision: ['dismiss'] };
const dismissal = { verb: 'recommend', decision: 'dismiss' } as const;
const approval = { verb: 'approve' } as const;

let installation: Installation;
let county: County<keyof typeof staff>;
const who = (name: keyof typeof staff) => county.people[name].client;

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, { name: 'PLUMAS', staff });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  await importFile(county.people.admin.client, await manyConvictions('PLUMAS', 60));
  await decideAll(who('reviewer'), dismissal, open);
  await decideAll(who('approver'), { verb: 'return', note: 'The case numbers are missing.' }, waiting);
});
afterAll(async () => {
  expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

describe('a set of which a part cannot be decided', () => {
  it('is refused naming the part, with the filters that take each part alone', async () => {
    const { reviewer, both } = { reviewer: who('reviewer'), both: who('both') };
    const returned: ConvictionFilter = { state: ['returned'] };
    const [first, second, third] = await convictionsOf(reviewer, returned);
    if (!first || !second || !third) throw new Error('Three were returned.');
    await recommend(reviewer, first, 'dismiss', 'The number is on the docket now.');
    await recommend(reviewer, second, 'exclude', 'Not the same person.');
    await recommend(both, third, 'dismiss', 'The number is on the docket now.');
    const refusalOf = async (client: typeof both, act: Parameters<typeof startBulk>[1], filter: ConvictionFilter) => {
      const { body } = await startBulk(client, act, filter, await lookAt(client, filter));
      return { code: body.code, details: body.details, parts: body.parts };
    };
    const all: ConvictionFilter = { state: ['recommended', 'returned'] };
    const { count: total } = await lookAt(both, all);
    expect(await refusalOf(both, approval, all)).toMatchObject({
      ...{ code: 'wrong_state_in_set', details: { count: total - 3, total, state: 'returned' } },
      parts: [
        { says: 'returned', count: total - 3, filter: { state: ['returned'] } },
        { says: 'recommended', count: 3, filter: { state: ['recommended'] } },
      ],
    });
    const mixed: ConvictionFilter = { state: ['recommended'] };
    const own = await refusalOf(both, approval, mixed);
    expect(own).toEqual({
      ...{ code: 'own_recommendation_in_set', details: { count: 1, total: 3 } },
      parts: [{ says: 'recommended by others', count: 2, filter: { ...mixed, mine: false } }],
    });
    const others = own.parts?.[0]?.filter ?? {};
    const split = await refusalOf(both, approval, others);
    expect(split).toMatchObject({ code: 'mixed_set', details: { total: 2 } });
    expect(split.parts?.map(({ says, count }) => `${count} ${says}`).sort()).toEqual(['1 dismiss', '1 exclude']);
    for (const { filter } of split.parts ?? []) {
      expect(await decideAll(both, approval, filter)).toMatchObject({ done: 1, skipped: 0 });
    }
  });

  it('is withdrawn only by whoever recommended all of it', async () => {
    const back: ConvictionFilter = { state: ['returned'] };
    await decideAll(who('reviewer'), { ...dismissal, note: 'The numbers are there now.' }, { ...back });
    const refused = await startBulk(
      who('reviewer'),
      { verb: 'withdraw' },
      waiting,
      await lookAt(who('reviewer'), waiting),
    );
    expect(refused.body).toMatchObject({ code: 'others_recommendation_in_set', details: { count: 1 } });
    const [mine] = refused.body.parts ?? [];
    const withdrawn = await decideAll(who('reviewer'), { verb: 'withdraw' }, mine?.filter ?? {});
    expect(withdrawn).toMatchObject({ verb: 'withdraw', count: mine?.count, skipped: 0 });
    expect((await lookAt(who('reviewer'), open)).count).toBe(mine?.count);
    const [left] = await convictionsOf(who('both'), waiting);
    expect(left?.recommendedByMe).toBe(true);
  });
});
