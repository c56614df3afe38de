import { makeToken } from '../../libs/platform/dist/auth/tokens.js';
import { generateCounty, localDate } from '../../libs/record/dist/index.js';
import { bulk, findAllGood, inFilter } from './deciding.mjs';
import { check } from './measure.mjs';
import { sample } from './sample.mjs';

const OPEN = { state: ['evaluated'], outcome: ['dismiss'] };

/**
 * One county whose file was imported and whose people recommended and approved a part of it; and others with the same
 * rows under ids of their own, copied by the database's owner. Answers a reviewer's cookie for each.
 */
export async function manyCounties({ folder, county, owner, convictions, counties }) {
  await county.post('/api/policies', { preset: 'prop64-dismiss-all' });
  await county.import(
    sample(folder, 'QUEUE', rowsFor(convictions / counties), { seed: 2, fillers: 'none', rowsPerPerson: 33 }),
  );
  const reviewer = await county.hire('reviewer', ['reviewer']);
  const approver = await county.hire('approver', ['approver']);
  await bulk(reviewer, { ...OPEN, severity: ['misdemeanor'] }, { verb: 'recommend', decision: 'dismiss' });
  const { decade } = await approver.get(`/api/convictions/facets?${inFilter({ state: ['recommended'] })}`);
  const part = { state: ['recommended'], decade: [decade[0].value] };
  await findAllGood(approver, part);
  await bulk(approver, part, { verb: 'approve' });
  const cookies = [reviewer.cookie];
  for (let n = 1; n < counties; n += 1) cookies.push(await copyCounty(owner, county.id, n));
  await owner.query('VACUUM ANALYZE conviction, person, member, session, county');
  const [{ all }] = (await owner.query('SELECT count(*)::int AS all FROM conviction')).rows;
  check(all > convictions * 0.8, `there are ${all} convictions`);
  return { cookies, all };
}

/** So many rows of an invented file hold about so many convictions. */
function rowsFor(convictions) {
  const rows = 20_000;
  const parts = [...generateCounty({ county: 'QUEUE', rows, seed: 2, asOf: localDate('2026-01-01') }).parts];
  return Math.ceil((convictions * rows) / parts.reduce((sum, part) => sum + part.convictions.length, 0));
}

/** What the queue reads of a county, once more under another county; answers a cookie of its reviewer. */
async function copyCounty(owner, from, n) {
  const own = (column) => `md5(${column}::text || ':${n}')::uuid`;
  const { rows } = await owner.query(
    `INSERT INTO county SELECT gen_random_uuid(), name || ' ' || $2::text, kind, status, data_key, created_at
       FROM county WHERE id = $1 RETURNING id`,
    [from, n],
  );
  const to = rows[0].id;
  await owner.query('BEGIN');
  // The rows fit each other: they are those of a county that was checked row by row.
  await owner.query('SET LOCAL session_replication_role = replica');
  await copyRows(owner, 'member', { from, to }, {});
  await copyRows(owner, 'import', { from, to }, {});
  await copyRows(owner, 'import_person', { from, to }, { person_id: own('person_id') });
  await copyRows(owner, 'person', { from, to }, { id: own('id') });
  await copyRows(owner, 'conviction', { from, to }, { id: own('id'), person_id: own('person_id') });
  const { token, hash } = makeToken(to);
  await owner.query(
    `INSERT INTO session (county_id, id, token_hash, member_id, created_at, seen_at, authenticated_at)
     SELECT county_id, gen_random_uuid(), $2, id, now(), now(), now() FROM member WHERE county_id = $1 AND 'reviewer' = ANY (roles)`,
    [to, hash],
  );
  await owner.query('COMMIT');
  return `__Host-clearance=${token}`;
}

async function copyRows(owner, table, { from, to }, others) {
  const { rows } = await owner.query(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  const columns = rows.map(({ name }) => (name === 'county_id' ? '$2::uuid' : (others[name] ?? name)));
  await owner.query(`INSERT INTO ${table} SELECT ${columns.join(', ')} FROM ${table} WHERE county_id = $1`, [from, to]);
}
