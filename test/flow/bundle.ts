import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { readZip, verifyArchive as verify, type AuditEntry, type Trust } from '@clearance/audit';
import type { AuditExportRow } from '@clearance/contract';
import type { Client } from '../support/client.ts';
import { until } from '../support/until.ts';

/** Asks for an export and waits until it is built. */
export async function exportLog(client: Client, filter: object = {}, more: object = {}): Promise<AuditExportRow> {
  const asked = await client.post<AuditExportRow>('/api/audit-exports', { filter, purpose: 'Yearly audit', ...more });
  if (asked.status !== 202) throw new Error(`No export: ${JSON.stringify(asked.body)}`);
  return until(async () => {
    const view = (await client.get<AuditExportRow>(`/api/audit-exports/${asked.body.id}`)).body;
    if (view.state === 'failed') throw new Error('The export failed.');
    return view.state === 'done' && view;
  });
}

/** The archive as it is downloaded. */
export async function downloaded({ base, cookie }: Client, id: string, format = 'bundle'): Promise<Buffer> {
  const response = await fetch(`${base}/api/audit-exports/${id}/file?format=${format}`, { headers: { cookie } });
  if (!response.ok) throw new Error(`No download: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** The files of an archive in memory. */
export async function filesOf(archive: Buffer): Promise<Record<string, Buffer>> {
  const placed = await readZip(archive.length, (at, length) => Promise.resolve(archive.subarray(at, at + length)));
  if (!placed) throw new Error('It is no archive of a bundle.');
  return Object.fromEntries(placed.map(({ name, start, bytes }) => [name, archive.subarray(start, start + bytes)]));
}

/** The entries of an archive on disk, read one by one: it may be larger than memory. */
export async function* entriesOf(path: string): AsyncGenerator<AuditEntry> {
  const file = await open(path);
  try {
    const placed = await readZip((await file.stat()).size, async (position, length) => {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position });
      return buffer.subarray(0, bytesRead);
    });
    const events = placed?.find(({ name }) => name === 'events.jsonl');
    if (!events) throw new Error('It is no archive of a bundle.');
    const { start, bytes } = events;
    const input = createReadStream(path, { start, end: start + bytes - 1 });
    for await (const line of createInterface({ input })) yield JSON.parse(line) as AuditEntry;
  } finally {
    await file.close();
  }
}

export function verifyArchive(archive: Buffer, trust: Trust) {
  return verify(archive.length, (at, length) => Promise.resolve(archive.subarray(at, at + length)), trust);
}
