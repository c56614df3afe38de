import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactsView, PeopleFound, PersonOverview } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { smallFile, type SmallFilePerson } from '../support/small-file.ts';
import { convictionsOf, judge, recommend, viewOf } from './deciding.ts';

const staff = { reviewer: ['reviewer'], approver: ['approver'] } as const;
const SALE = '11359 HS-POSSESS FOR SALE';
const one = (cii: string, name: string, born: string, ...numbers: string[]): SmallFilePerson => ({
  ...{ cii, name, born },
  cases: numbers.map((number, at) => ({ number, date: `${2000 + at}0101`, offense: SALE })),
});

/** Whoever is looked for is another one of these in every test, so that none finds what another left. */
const PEOPLE: readonly SmallFilePerson[] = [
  one('A61000001', 'UNDATED,PAULA', '', 'UD-1'),
  one('A61000002', 'LEE,MAI', '19800101', 'LM-0001'),
  one('A61000003', 'IDENTIFIED,ROSA', '19810202', 'ID-0001'),
  one('A61000004', 'MANYCASES,TOM', '19820303', 'MC-000001', 'MC-000002', 'MC-000003', 'MC-000004', 'MC-000005'),
  {
    ...one('A61000005', 'DISMISSED,ANN', '19830404', 'EW-0001'),
    cases: [
      { number: 'EW-0001', date: '20010101', offense: SALE },
      { number: 'XK-7777', date: '20020101', offense: SALE, disposition: 'DISMISSED' },
    ],
  },
  one('A61000006', 'WHOLE,EVA', '', 'WH-0001', 'WH-0002'),
  one('A61000007', 'TWOREADINGS,JO', '19850505', '61000003'),
  one('A61009002', 'XIONG,PAO', '19860606', 'XP-0001'),
];

describe('one person', () => {
  let installation: Installation;
  let county: County<keyof typeof staff>;

  beforeAll(async () => {
    installation = await startInstallation();
    county = await makeCounty(installation, { name: 'MODOC', staff });
    await importFile(county.people.admin.client, { name: 'modoc.dat', bytes: smallFile('MODOC', PEOPLE) });
    await publishPolicy(county.people.admin.client, 'la-2020');
  });
  afterAll(() => installation?.stop());

  const who = (name: keyof typeof staff) => county.people[name].client;
  const search = async (text: string) => (await who('reviewer').post<PeopleFound>('/api/people/search', { text })).body;
  const found = async (text: string) => (await search(text)).people.map(({ match, name }) => [name, match]);
  const convictionOf = async (name: string, at = 0) => {
    const id = (await search(name)).people[0]?.id ?? '';
    const convictions = await convictionsOf(who('reviewer'), { personId: id });
    return convictions.sort((a, b) => (a.caseNumber < b.caseNumber ? -1 : 1))[at]?.id ?? '';
  };
  async function enter(id: string, fact: object) {
    const { version } = await viewOf(who('reviewer'), id);
    const body = { version, fact, source: 'docket', reference: 'Docket 98-1234, page 3' };
    return (await who('reviewer').post<FactsView>(`/api/convictions/${id}/facts`, body)).body;
  }

  it('whose birth the file does not know is found as one who may be meant, and for sure once somebody entered it', async () => {
    expect(await found('undated 5/6/1970')).toEqual([['UNDATED,PAULA', 'similar']]);
    const id = await convictionOf('undated');
    const { entered } = await enter(id, { kind: 'birth_date', date: '1970-05-06' });
    expect(await found('undated 5/6/1970')).toEqual([['UNDATED,PAULA', 'exact']]);
    expect((await search('undated')).people[0]?.birthYear).toBe(1970);
    expect(await found('undated 5/7/1970')).toEqual([]);
    const { version } = await viewOf(who('reviewer'), id);
    const path = `/api/convictions/${id}/facts/${entered[0]?.id}/withdraw`;
    expect((await who('reviewer').post(path, { version, reason: 'Another docket.' })).status).toBe(200);
    expect(await found('undated 5/7/1970')).toEqual([['UNDATED,PAULA', 'similar']]);
  });

  it('with a short name is found by it beside the end of the identifier, which is no letters of a court', async () => {
    expect(await found('lee 0002')).toEqual([['LEE,MAI', 'exact']]);
    // Its letters and number may as well be a case; whoever has that one is found too.
    expect((await found('xp 0001'))[0]).toEqual(['XIONG,PAO', 'exact']);
  });

  it('is found by the whole identifier beside the name, and as one who may not be meant beside another', async () => {
    expect(await found('identified A61000003')).toEqual([['IDENTIFIED,ROSA', 'exact']]);
    expect(await found('Identified 2/2/1981 A61000003')).toEqual([['IDENTIFIED,ROSA', 'exact']]);
    expect(await found('zambrano A61000003')).toEqual([['IDENTIFIED,ROSA', 'similar']]);
  });

  it('does not hide another whose case number has the digits of an identifier', async () => {
    expect((await found('61000003')).sort()).toEqual([
      ['IDENTIFIED,ROSA', 'exact'],
      ['TWOREADINGS,JO', 'exact'],
    ]);
  });

  it('with many cases is shown with the one that was asked for', async () => {
    const [person] = (await search('MC000005')).people;
    expect(person).toMatchObject({ name: 'MANYCASES,TOM', convictions: 5, onOtherCase: false });
    expect(person?.caseNumbers).toEqual(['MC-000005', 'MC-000001', 'MC-000002']);
  });

  it('whose case ended without a conviction is found by its number, and that is said', async () => {
    expect((await search('XK7777')).people).toMatchObject([{ name: 'DISMISSED,ANN', onOtherCase: true }]);
    expect((await search('EW0001')).people).toMatchObject([{ name: 'DISMISSED,ANN', onOtherCase: false }]);
  });

  it('stands whole on the page: convictions, flags, decisions, facts with their signatures, history', async () => {
    const [first, second] = [await convictionOf('whole'), await convictionOf('whole', 1)];
    await enter(first, { kind: 'birth_date', date: '1950-05-05' });
    await enter(second, { kind: 'offense_date', date: '2000-12-31' });
    await recommend(who('reviewer'), await viewOf(who('reviewer'), first), 'exclude', 'Too old to tell.');
    await judge(who('approver'), await viewOf(who('approver'), first), 'return', 'Ask the clerk.');
    const { personId } = await viewOf(who('reviewer'), first);
    const { body } = await who('reviewer').get<PersonOverview>(`/api/people/${personId}/overview`);
    expect(body).toMatchObject({ name: 'WHOLE,EVA', cii: '••••0006', rows: 4, unread: [] });
    expect(body.cycles).toHaveLength(2);
    expect(body.convictions).toMatchObject([
      {
        ...{ caseNumber: 'WH-0001', state: 'returned' },
        acts: [
          { verb: 'recommend', decision: 'exclude', by: 'reviewer', note: 'Too old to tell.' },
          { verb: 'return', by: 'approver', note: 'Ask the clerk.' },
        ],
      },
      { caseNumber: 'WH-0002', state: 'evaluated', acts: [] },
    ]);
    expect(body.convictions.every(({ flags }) => flags.includes('fact_entered'))).toBe(true);
    expect(body.entered).toMatchObject([
      { kind: 'offense_date', convictionId: second, by: 'reviewer', source: 'docket', standing: 'used' },
      { kind: 'birth_date', convictionId: null, says: 'born 1950-05-05', standing: 'used', withdrawnAt: null },
    ]);
  });
});
