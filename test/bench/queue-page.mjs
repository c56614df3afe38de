import { Client } from 'pg';
import { convictionPage } from '../../libs/clearance/dist/conviction/queue.js';
import { asker, atOnce } from './at-once.mjs';
import { countyIn } from './county.mjs';
import { installation } from './installation.mjs';
import { inFilter } from './deciding.mjs';
import { manyCounties } from './many-counties.mjs';
import { check, median, p95 } from './measure.mjs';
import { asksOf } from './queue-asks.mjs';

const PEOPLE = 50;
const COUNTIES = 58;
const ROUNDS = 20;
/** How long somebody looks at a page before she asks for the next, on the average; else everybody asks without a pause. */
const LOOK_MS = 1000;

/**
 * Pages of the queue through the API, every filter and order that the console offers, 50 people of as many counties
 * asking at once; against the very same statements by hand over as many connections.
 */
export async function queuePage({ folder, rows, runs }) {
  const own = await installation(folder, 'QUEUE', { workers: 2 });
  const owner = new Client({ connectionString: own.server.superUrl });
  await owner.connect();
  const byHand = await connections(own.server.appUrl);
  const { get, close } = asker(own.base);
  try {
    const county = await countyIn(own, 'QUEUE');
    const { cookies, all } = await manyCounties({ folder, county, owner, convictions: rows, counties: COUNTIES });
    const read = async (cookie, path) => JSON.parse((await get(cookie, path)).body);
    const [first] = await read(cookies[0], '/api/convictions');
    const asks = asksOf(await read(cookies[0], '/api/convictions/facets'), first);
    const askOf = (person, round) => asks[(person * 7 + round) % asks.length];
    const { id: memberId } = (await owner.query(`SELECT id FROM member WHERE 'reviewer' = ANY (roles) LIMIT 1`))
      .rows[0];
    const whoOf = (person) => ({ countyId: cookies[person].split('=')[1].split('.')[0], memberId });
    const times = { own: [], other: [] };
    for (let run = 0; run < runs; run += 1) {
      const other = await atOnce(PEOPLE, ROUNDS, (person, round) =>
        page(byHand[person], whoOf(person), askOf(person, round)),
      );
      times.other.push(p95(other));
      const asked = await atOnce(PEOPLE, ROUNDS, (person, round) => get(cookies[person], pathOf(askOf(person, round))));
      times.own.push(p95(asked));
    }
    await checkSame(get, cookies[0], byHand[0], whoOf(0), asks);
    const looking = p95(
      await atOnce(PEOPLE, ROUNDS, (person, round) => get(cookies[person], pathOf(askOf(person, round))), LOOK_MS),
    );
    const [mine, hand] = [median(times.own), median(times.other)];
    const slow = await slowest(get, cookies[1], asks);
    return [
      {
        work: `a page of the queue, ${asks.length} filters and orders, ${all} convictions in ${COUNTIES} counties, ${PEOPLE} people at once: p95`,
        against: 'the same SQL by hand, as many at once',
        ratio: mine / hand,
        bar: 2,
        note: `${Math.round(mine)} ms against ${Math.round(hand)} ms without a pause; alone at most ${slow}`,
      },
      {
        work: `the same, each person looking at a page for ${LOOK_MS / 1000} s: p95`,
        against: '100 ms',
        ratio: looking / 100,
        bar: 1,
        note: `${Math.round(looking)} ms`,
      },
    ];
  } finally {
    close();
    for (const client of byHand) await client.end();
    await owner.end();
    await own.stop();
  }
}

const pathOf = ({ filter, sort, range }) =>
  `/api/convictions?${inFilter(filter)}&range=${JSON.stringify(range)}&sort=${JSON.stringify(sort)}`;

const connections = (url) =>
  Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );

/** The statements of one page, without everything around them. */
async function page(client, { countyId, memberId }, ask) {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.county_id', $1, true)`, [countyId]);
  const tx = { query: async (sql, given) => (await client.query(sql, given)).rows };
  const found = await convictionPage(tx, memberId, ask);
  await client.query('COMMIT');
  return found;
}

/** Every page has the rows and the total that the statements give. */
async function checkSame(get, cookie, client, who, asks) {
  for (const ask of asks) {
    const { body, headers } = await get(cookie, pathOf(ask));
    const { rows, total } = await page(client, who, ask);
    const ids = JSON.parse(body).map(({ id }) => id);
    check(Number(headers['content-range'].split('/')[1]) === total, `the total of ${JSON.stringify(ask)}`);
    check(ids.join() === rows.map(({ id }) => id).join(), `the rows of ${JSON.stringify(ask)}`);
  }
}

/** The page that takes longest when nobody else asks. */
async function slowest(get, cookie, asks) {
  const times = [];
  for (const ask of asks) times.push({ ask, time: median(await atOnce(1, 5, () => get(cookie, pathOf(ask)))) });
  const [most] = times.sort((a, b) => b.time - a.time);
  return `${Math.round(most.time)} ms (${Object.keys(most.ask.filter).join(', ')} by ${most.ask.sort[0]})`;
}
