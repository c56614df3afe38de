import type {
  BulkReviewBody,
  BulkReviewRow,
  ConvictionFilter,
  ConvictionRow,
  ConvictionSet,
  ConvictionView,
  Refusal,
  FindingTaken,
  Sample,
  SampleBody,
} from '@clearance/contract';
import { listOf, type Answer, type Client } from '../support/client.ts';
import { ledgerOf } from '../support/county.ts';
import { until } from '../support/until.ts';

type Act = Pick<BulkReviewBody, 'verb'> & Partial<Pick<BulkReviewBody, 'decision' | 'note'>>;

/** What a person sees of a set before she decides on it. */
export const lookAt = async (who: Client, filter: ConvictionFilter): Promise<ConvictionSet> =>
  (await who.get<ConvictionSet>(listOf('/api/convictions/set', { filter }))).body;

export const convictionsOf = async (who: Client, filter: ConvictionFilter): Promise<ConvictionRow[]> =>
  (await who.get<ConvictionRow[]>(listOf('/api/convictions', { filter, range: [0, 999] }))).body;

export const viewOf = async (who: Client, id: string): Promise<ConvictionView> =>
  (await who.get<ConvictionView>(`/api/convictions/${id}`)).body;

/** Starts a bulk decision on a set as it was seen; the answer may be a refusal. */
export function startBulk<T = BulkReviewRow & Refusal>(
  who: Client,
  act: Act,
  filter: ConvictionFilter,
  seen: Pick<ConvictionSet, 'count' | 'digest'>,
  key?: string,
): Promise<Answer<T>> {
  const body = { ...act, filter, expectedCount: seen.count, digest: seen.digest };
  return who.post<T>('/api/bulk-reviews', body, key ? { 'idempotency-key': key } : {});
}

export const bulkDone = (who: Client, id: string): Promise<BulkReviewRow> =>
  until(
    async () => {
      const { body } = await who.get<BulkReviewRow>(`/api/bulk-reviews/${id}`);
      return body.state === 'running' ? undefined : body;
    },
    { moves: ledgerOf(who) },
  );

/** Has a sample of a set drawn, as it was seen; the answer may be a refusal. */
export const drawSample = (
  who: Client,
  filter: ConvictionFilter,
  seen: Pick<ConvictionSet, 'count' | 'digest'>,
  asked: Pick<SampleBody, 'confidence' | 'tolerated'> = {},
) => who.post<Sample & Refusal>('/api/samples', { filter, expectedCount: seen.count, digest: seen.digest, ...asked });

/** A finding, without a look at the record. */
export const findUnseen = (who: Client, sampleId: string, convictionId: string, finding: string, note?: string) =>
  who.post<FindingTaken & Refusal>(`/api/samples/${sampleId}/findings`, {
    convictionId,
    finding,
    ...(note ? { note } : {}),
  });

/** Opens the record, as the screen does, and notes a finding. */
export async function find(who: Client, sampleId: string, convictionId: string, finding: string, note?: string) {
  const { personId } = await viewOf(who, convictionId);
  if (personId) await who.get(`/api/people/${personId}`);
  return findUnseen(who, sampleId, convictionId, finding, note);
}

/** Draws a sample and finds everything in it good. */
export async function findAllGood(
  who: Client,
  filter: ConvictionFilter,
  seen: Pick<ConvictionSet, 'count' | 'digest'>,
): Promise<Sample> {
  const { body } = await drawSample(who, filter, seen);
  if (!body.items) throw new Error(`No sample was drawn: ${JSON.stringify(body)}`);
  for (const { id, finding } of body.items) if (!finding) await find(who, body.id, id, 'good');
  return (await who.get<Sample>(`/api/samples/${body.id}`)).body;
}

/** Looks at a set, for an approval at its sample as well, decides on all of it and waits until that is done. */
export async function decideAll(who: Client, act: Act, filter: ConvictionFilter): Promise<BulkReviewRow> {
  const seen = await lookAt(who, filter);
  if (act.verb === 'approve' && seen.count > 0) await findAllGood(who, filter, seen);
  const { status, body } = await startBulk(who, act, filter, seen);
  if (status !== 202) throw new Error(`The bulk decision was refused: ${JSON.stringify(body)}`);
  return bulkDone(who, body.id);
}

/** A decision on one conviction as it was seen. */
export const recommend = (who: Client, seen: Pick<ConvictionRow, 'id' | 'version'>, decision: string, note?: string) =>
  who.post<ConvictionView & Refusal>(`/api/convictions/${seen.id}/recommendations`, {
    ...{ version: seen.version, decision },
    ...(note ? { note } : {}),
  });

/** An approval or a return, without a look at the record. */
export const judgeUnseen = (who: Client, seen: Pick<ConvictionRow, 'id' | 'version'>, verdict: string, note?: string) =>
  who.post<ConvictionView & Refusal>(`/api/convictions/${seen.id}/approvals`, {
    ...{ version: seen.version, verdict },
    ...(note ? { note } : {}),
  });

/** Opens the record, as the screen does, and approves with a reason, or returns. */
export async function judge(who: Client, seen: Pick<ConvictionRow, 'id' | 'version'>, verdict: string, note?: string) {
  const { personId } = await viewOf(who, seen.id);
  if (personId) await who.get(`/api/people/${personId}`);
  return judgeUnseen(who, seen, verdict, note ?? (verdict === 'approve' ? 'It is as the reviewer says.' : undefined));
}
