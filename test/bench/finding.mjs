import { Client } from 'pg';
import { asker, atOnce } from './at-once.mjs';
import { countyIn } from './county.mjs';
import { installation } from './installation.mjs';
import { check, median, p95 } from './measure.mjs';
import { sample } from './sample.mjs';

const PEOPLE = 10;
const ROUNDS = 30;

/**
 * A person looked up by name, misspelled name, identifier end and case number through the API, everything written to the
 * log; against one look at an index by hand, as many at once.
 */
export async function finding({ folder, rows, runs }) {
  const own = await installation(folder, 'FINDING', { workers: 2 });
  const owner = new Client({ connectionString: own.server.superUrl });
  await owner.connect();
  const { close, post } = asker(own.base);
  try {
    const county = await countyIn(own, 'FINDING');
    // Without a policy no conviction has a row of its own.
    await county.post('/api/policies', { preset: 'prop64-dismiss-all' });
    await county.import(sample(folder, 'FINDING', rows));
    const { rows: some } = await owner.query(
      `SELECT p.id, p.name, c.case_number AS number FROM person p JOIN conviction c ON c.person_id = p.id
        WHERE p.county_id = $1 AND c.case_number <> '' ORDER BY md5(p.id::text) LIMIT 40`,
      [county.id],
    );
    check(some.length > 0, 'nobody has a conviction with a case number');
    const [{ count }] = (await owner.query(`SELECT count(*)::int FROM person WHERE county_id = $1`, [county.id])).rows;
    const texts = some.flatMap(({ name, number }) => [name, slipIn(name), number, number.replaceAll('-', '')]);
    const ask = (person, round) =>
      post(county.admin, '/api/people/search', { text: texts[(person * 7 + round) % texts.length] });
    for (const { id, name } of some) {
      const { body } = await post(county.admin, '/api/people/search', { text: name });
      const { people, total } = JSON.parse(body);
      check(total > people.length || people.some((person) => person.id === id), `nobody found by ${name}`);
    }
    const times = { own: [], other: [] };
    for (let run = 0; run < runs; run += 1) {
      times.other.push(
        p95(
          await atOnce(1, PEOPLE * ROUNDS, (_, round) =>
            owner.query(`SELECT * FROM person WHERE county_id = $1 AND id = $2`, [
              county.id,
              some[round % some.length].id,
            ]),
          ),
        ),
      );
      times.own.push(p95(await atOnce(PEOPLE, ROUNDS, ask)));
    }
    const [mine, hand] = [median(times.own), median(times.other)];
    return [
      {
        work: `a person looked up by name or case number among ${count}, ${PEOPLE} people at once: p95`,
        against: '100 ms',
        ratio: mine / 100,
        bar: 1,
        note: `${Math.round(mine)} ms; an index lookup by hand ${hand.toFixed(1)} ms`,
      },
    ];
  } finally {
    close();
    await owner.end();
    await own.stop();
  }
}

/** The name with two letters in the wrong order. */
const slipIn = (name) => name.slice(0, 1) + name.slice(2, 3) + name.slice(1, 2) + name.slice(3);
