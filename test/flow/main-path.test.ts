import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leafHash } from '@clearance/audit';
import type { AuditExportRow, AuditVerification, ConvictionGroup, ImportRow, Stats } from '@clearance/contract';
import { listOf } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile, type SampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { cellsOfCsv, looksLikeFormula } from './csv.ts';
import { decideAll } from './deciding.ts';
import { faultsOf } from './oracle.ts';
import { queues } from './queues.ts';

const staff = { reviewer: ['reviewer'], approver: ['approver'], compliance: ['compliance'] } as const;

describe.each(queues)('from the file to the export of the log, with the queue on $name', ({ redis, skipped }) => {
  let installation: Installation;
  let county: County<keyof typeof staff>;
  let file: SampleFile;
  let imported: ImportRow;
  const ask = <T extends object>(sql: string) => query<T>(installation.database.superUrl, sql, [county.id]);

  beforeAll(async () => {
    if (skipped) return;
    installation = await startInstallation({ redis, workers: 2 });
    county = await makeCounty(installation, { name: 'YOLO', staff });
    file = await sampleFile({ county: 'YOLO', rows: 4_000, dirtyRate: 0.01, seed: 11 });
    const { client } = county.people.admin;
    await publishPolicy(client, 'prop64-dismiss-all');
    imported = await importFile(client, file.path);
  });
  afterAll(() => installation?.stop());

  it.skipIf(skipped)('imports what the file holds and determines what is true of it', async () => {
    const { rows, damaged, people } = file.totals;
    expect(imported).toMatchObject({ state: 'done', problem: null, rows: rows - damaged, rejected: damaged, people });
    expect(imported.rows + imported.rejected).toBe(rows);
    expect(await ask(`SELECT line_no AS line, reason FROM rejected_row WHERE county_id = $1 ORDER BY line_no`)).toEqual(
      [...file.damages].sort((a, b) => a.line - b.line),
    );

    expect(peopleOfDamages(file).size).toBeGreaterThan(0);
    const told = toldBy(file);
    const found = await ask<{ cell: string }>(
      `SELECT i.cii_last4 || ' ' || c.case_number || ' ' || c.outcome AS cell
         FROM conviction c JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id
         JOIN import_person i ON i.county_id = p.county_id AND i.import_id = p.import_id AND i.person_no = p.person_no
        WHERE c.county_id = $1`,
    );
    const only = (cells: string[], outcome: string) => cells.filter((cell) => cell.endsWith(` ${outcome}`)).sort();
    const cells = found.map(({ cell }) => cell);
    expect(only(cells, 'dismiss')).toEqual(only(told, 'dismiss'));
    expect(only(cells, 'needs_review')).toEqual(only(told, 'needs_review'));
  });

  it.skipIf(skipped)('is recommended group by group and approved by somebody else, each on the log once', async () => {
    const { reviewer, approver } = county.people;
    const { body: groups } = await reviewer.client.get<ConvictionGroup[]>(
      listOf('/api/convictions/groups', { filter: { state: ['evaluated'], outcome: ['dismiss'] } }),
    );
    let recommended = 0;
    for (const group of groups) {
      const act = { verb: 'recommend', decision: 'dismiss' } as const;
      const review = await decideAll(reviewer.client, act, group.filter);
      expect(review).toMatchObject({ state: 'done', done: group.count, skipped: 0 });
      recommended += review.done;
    }
    expect(recommended).toBe(toldBy(file).filter((cell) => cell.endsWith(' dismiss')).length);
    const approved = await decideAll(approver.client, { verb: 'approve' }, { state: ['recommended'] });
    expect(approved).toMatchObject({ state: 'done', done: recommended, skipped: 0 });
    const { body: stats } = await approver.client.get<Stats>('/api/stats');
    expect(stats.funnel.find(({ key }) => key === 'approved')?.count).toBe(recommended);
    expect(stats.approvalsPerDay.reduce((sum, day) => sum + day.approved, 0)).toBe(recommended);
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  });

  it.skipIf(skipped)('exports a log that verifies, as the bytes that were hashed and as a harmless table', async () => {
    const { client } = county.people.compliance;
    const verified = await client.post<AuditVerification>('/api/audit-log/verifications');
    expect(verified.body).toMatchObject({ ok: true, seq: null, why: null });
    const asked = await client.post<AuditExportRow>('/api/audit-exports', { filter: {}, purpose: 'Yearly review' });
    expect(asked.status).toBe(202);
    const made = await until(async () => {
      const { body } = await client.get<AuditExportRow>(`/api/audit-exports/${asked.body.id}`);
      return body.state === 'done' && body;
    });
    const download = async (format: string) => {
      const response = await fetch(`${client.base}/api/audit-exports/${made.id}/file?format=${format}`, {
        headers: { cookie: client.cookie },
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    };
    const [jsonl, csv] = [await download('jsonl'), await download('csv')];
    expect([jsonl.sha256, jsonl.bytes.length]).toEqual([made.jsonlSha256, made.jsonlBytes]);
    expect([csv.sha256, csv.bytes.length]).toEqual([made.csvSha256, made.csvBytes]);

    const leaves = await ask<{ seq: number; leaf: Buffer }>(
      `SELECT seq::int AS seq, leaf_hash AS leaf FROM audit_entry WHERE county_id = $1 ORDER BY audit_entry.seq`,
    );
    expect(leaves.map(({ seq }) => seq)).toEqual(leaves.map((_, index) => index + 1));
    const lines = jsonl.bytes.toString().split('\n').slice(0, -1);
    expect(lines.length).toBe(made.count);
    expect(lines.map((line) => leafHash(Buffer.from(line)).toString('hex'))).toEqual(
      leaves.slice(0, made.count).map(({ leaf }) => leaf.toString('hex')),
    );
    const table = cellsOfCsv(csv.bytes.toString());
    expect(table.length).toBe(made.count + 1);
    expect(table.slice(1).map(([sequence]) => Number(sequence))).toEqual(lines.map((_, index) => index + 1));
    expect(table.flat().filter(looksLikeFormula)).toEqual([]);
    expect(installation.faults).toEqual([]);
  });
});

/** What is true of each conviction; nobody is dismissed of whom a row could not be read: whether that is right is for a person to see. */
function toldBy(file: SampleFile): string[] {
  const incomplete = peopleOfDamages(file);
  const outcomeOf = ({ cii, dismissAll }: SampleFile['convictions'][number]) =>
    dismissAll === 'dismiss' && incomplete.has(cii) ? 'needs_review' : dismissAll;
  return file.convictions.map((one) => `${one.cii.slice(-4)} ${one.caseNumber} ${outcomeOf(one)}`);
}

/** The state's identifiers of whoever has a damaged row: each is the double of a row that stands before it. */
function peopleOfDamages({ damages, path }: SampleFile): ReadonlySet<string> {
  const lines = readFileSync(path, 'latin1').split('\n');
  const damaged = new Set(damages.map(({ line }) => line));
  return new Set(
    [...damaged].map((line) => {
      let before = line - 1;
      while (damaged.has(before)) before -= 1;
      return /,PII>>,(A\d{8}),/.exec(lines[before - 1] ?? '')?.[1] ?? '';
    }),
  );
}
