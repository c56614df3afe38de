import { randomUUID, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { HistoryParts } from '../../libs/clearance/dist/import/history-part.js';
import { Database } from '../../libs/platform/dist/index.js';
import { detectFile, DojReader, packCells } from '../../libs/record/dist/index.js';
import { check, paired } from './measure.mjs';
import { postgres } from './postgres.mjs';
import { sample } from './sample.mjs';

const BATCH = 20_000;

/** Storing history rows under row security, against COPY of the same rows into a bare table by its owner. */
export async function storing({ folder, rows }) {
  const server = await postgres(folder, 'by hand');
  const bytes = new Uint8Array(readFileSync(sample(folder, 'BENCH', rows)));
  const reader = new DojReader(detectFile(bytes.subarray(0, 65_536)));
  const read = [...reader.push(bytes).rows, ...reader.end().rows];
  // Both sides get the rows with their cells cut, and both write the same text.
  for (const row of read) void row.cells;
  const owner = new Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const source = await new DataSource({ type: 'postgres', url: server.appUrl }).initialize();
  const database = new Database(source);
  const county = randomUUID();
  await database.inCounty({ countyId: county }, (tx) =>
    tx.query(`INSERT INTO county (id, name, kind, data_key) VALUES ($1, $2, 'county', $3)`, [
      county,
      county,
      randomBytes(60),
    ]),
  );
  const imports = await makeImports(database, county, 6);
  let run = 0;
  try {
    const { ratio } = await paired(
      5,
      async () => {
        const importId = imports[run++];
        for (let at = 0; at < read.length; at += BATCH) {
          const parts = new HistoryParts();
          for (const row of read.slice(at, at + BATCH)) parts.take(row, 1 + Math.floor(row.line / 33));
          await database.inCounty({ countyId: county }, (tx) => parts.store(tx, county, importId));
        }
      },
      async () => {
        await owner.query('DROP TABLE IF EXISTS bare');
        await owner.query('CREATE TABLE bare (line_no int, person_no int, byte_offset bigint, cells text)');
        const stream = owner.query(copyFrom('COPY bare FROM STDIN'));
        for (let at = 0; at < read.length; at += 1000) {
          let text = '';
          for (const row of read.slice(at, at + 1000)) {
            text += `${row.line}\t1\t${row.offset}\t${packCells(row.cells).replaceAll('\\', '\\\\')}\n`;
          }
          stream.write(text);
        }
        stream.end();
        await finished(stream);
      },
    );
    const stored = await database.inCounty({ countyId: county }, (tx) =>
      tx.query('SELECT sum(rows)::int AS n FROM history_part WHERE import_id = $1', [imports[0]]),
    );
    check(stored[0].n === read.length, `${stored[0].n} of ${read.length} rows stored`);
    return [{ work: `storing ${rows} history rows`, against: 'COPY into a bare table', ratio, bar: 1.5 }];
  } finally {
    await source.destroy();
    await owner.end();
  }
}

async function makeImports(database, county, count) {
  const [account, member] = [randomUUID(), randomUUID()];
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.inCounty({ countyId: county }, async (tx) => {
    await tx.query(`INSERT INTO account (id, email, password_hash) VALUES ($1, $2, '-')`, [
      account,
      `${account}@bench.example`,
    ]);
    await tx.query(
      `INSERT INTO member (county_id, id, account_id, name, email, roles) VALUES ($1, $2, $3, 'Bench', 'bench', '{county_admin}')`,
      [county, member, account],
    );
    for (const id of ids) {
      await tx.query(
        `INSERT INTO import (county_id, id, file_name, bytes, sha256, state, encoding, header, begins, uploaded_by, created_at)
         VALUES ($1, $2, 'bench', 1, $3, 'done', 'ascii', true, '[[0,0]]', $4, now())`,
        [county, id, id, member],
      );
    }
  });
  return ids;
}
