import { Client } from 'pg';
import { county } from './county.mjs';
import { check, median, seconds } from './measure.mjs';
import { postgres } from './postgres.mjs';
import { sample } from './sample.mjs';

/** A page of the queue through the API, against the same rows asked for by hand as the owner of nothing but the county. */
export async function queuePage({ folder, rows }) {
  const installation = await county(folder, 'QUEUE');
  const server = await postgres(folder);
  const client = new Client({ connectionString: server.appUrl });
  await client.connect();
  try {
    await installation.post('/api/policies', { preset: 'prop64-dismiss-all' });
    await installation.import(sample(folder, 'QUEUE', rows, 2));
    const filter = encodeURIComponent(JSON.stringify({ state: ['evaluated'], outcome: ['dismiss'] }));
    const path = `/api/convictions?filter=${filter}&range=[0,24]&sort=["date","DESC"]`;
    const { id } = (await installation.get('/api/me')).county;
    const [own, other] = [[], []];
    let page;
    for (let run = 0; run < 20; run += 1) {
      other.push(
        await seconds(async () => {
          await client.query('BEGIN');
          await client.query(`SELECT set_config('app.county_id', $1, true)`, [id]);
          await client.query(
            `SELECT c.*, p.name FROM conviction c JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id
              WHERE c.state = ANY ('{evaluated}') AND c.outcome = ANY ('{dismiss}') ORDER BY c.date_from DESC NULLS LAST, c.id LIMIT 25`,
          );
          await client.query(
            `SELECT count(*) FROM conviction c WHERE c.state = ANY ('{evaluated}') AND c.outcome = ANY ('{dismiss}')`,
          );
          await client.query('COMMIT');
        }),
      );
      own.push(await seconds(async () => (page = await installation.get(path))));
    }
    check(page.length === 25, 'a page has 25 rows');
    const note = `median ${Math.round(median(own) * 1000)} ms`;
    return [
      {
        work: 'a page of the queue',
        against: 'the same SQL by hand',
        ratio: median(own) / median(other),
        bar: '≤ 2',
        note,
      },
    ];
  } finally {
    await client.end();
    installation.stop();
  }
}
