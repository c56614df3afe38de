import type {
  BulkReviewRow,
  ConvictionFilter,
  ConvictionGroup,
  ConvictionRow,
  ConvictionSet,
  Sample,
} from '@clearance/contract';
import type { Visitor } from './visitor.ts';

export interface Reviewers {
  readonly first: Visitor;
  readonly second: Visitor;
  readonly both: Visitor;
  readonly approver: Visitor;
}

const asked = (filter: ConvictionFilter) => `filter=${encodeURIComponent(JSON.stringify(filter))}`;
const groupsOf = (visitor: Visitor, filter: ConvictionFilter) =>
  visitor.get<ConvictionGroup[]>(`/api/convictions/groups?${asked(filter)}`);
const fewOf = (visitor: Visitor, filter: ConvictionFilter, count: number) =>
  visitor.get<ConvictionRow[]>(`/api/convictions?${asked(filter)}&range=${encodeURIComponent(`[0,${count - 1}]`)}`);

/** Decides about a whole set as it is now, for an approval after a look at its sample, and waits until everything in it is done. */
async function inBulk(
  visitor: Visitor,
  filter: ConvictionFilter,
  act: { verb: string; decision?: string },
): Promise<void> {
  const { count, digest } = await visitor.get<ConvictionSet>(`/api/convictions/set?${asked(filter)}`);
  if (count === 0) return;
  if (act.verb === 'approve') {
    const sample = await visitor.post<Sample>('/api/samples', { filter, expectedCount: count, digest });
    for (const { id, personId } of sample.items) {
      await visitor.get(`/api/people/${personId}`);
      await visitor.post(`/api/samples/${sample.id}/findings`, { convictionId: id, finding: 'good' });
    }
  }
  const review = await visitor.post<BulkReviewRow>('/api/bulk-reviews', {
    filter,
    expectedCount: count,
    digest,
    ...act,
  });
  await visitor.until<BulkReviewRow>(`/api/bulk-reviews/${review.id}`, ({ state }) => state === 'done');
}

/** Reviewers recommend most of what qualifies in bulk, and some of the rest one by one. */
async function review({ first, second, both }: Reviewers): Promise<void> {
  const groups = await groupsOf(first, { state: ['evaluated'], outcome: ['dismiss', 'reduce'] });
  // Every third group stays in the queue; the others go to the three reviewers in turn.
  for (const [place, group] of groups.slice(0, 18).entries()) {
    if (place % 3 === 2 || (group.outcome !== 'dismiss' && group.outcome !== 'reduce')) continue;
    const visitor = [first, second, first, both][place % 4] ?? first;
    await inBulk(visitor, group.filter, { verb: 'recommend', decision: group.outcome });
  }
  const byHand: readonly [ConvictionFilter, string, string][] = [
    [{ outcome: ['needs_review'] }, 'ask_for_facts', 'Which date does the docket give?'],
    [{ outcome: ['needs_review'] }, 'refer', 'The city attorney prosecuted this one.'],
    [{ outcome: ['not_eligible'] }, 'exclude', 'The prior conviction stands in the way.'],
    [{ outcome: ['dismiss'] }, 'challenge', 'Look at the amount in the police report first.'],
    [{ outcome: ['dismiss'] }, 'dismiss', 'Read the whole file.'],
  ];
  for (const [filter, decision, note] of byHand) {
    const rows = await fewOf(second, { state: ['evaluated'], ...filter }, 4);
    for (const { id, version } of rows) {
      await second.post(`/api/convictions/${id}/recommendations`, { version, decision, note });
    }
  }
}

/** The approver signs about half of what waits, returns a little of it, and leaves the rest for others. */
async function approve({ approver }: Reviewers): Promise<void> {
  const waiting = await groupsOf(approver, { state: ['recommended'] });
  const inGroups = waiting.filter((group) => group.decision === 'dismiss' || group.decision === 'reduce');
  for (const [place, { filter }] of inGroups.entries()) {
    if (place % 2 === 0) await inBulk(approver, filter, { verb: 'approve' });
  }
  for (const decision of ['refer', 'exclude', 'challenge'] as const) {
    for (const { id, personId, version } of await fewOf(
      approver,
      { state: ['recommended'], decision: [decision] },
      2,
    )) {
      // What does not follow the policy is approved after a look at the record, and with a reason.
      await approver.get(`/api/people/${personId}`);
      const approval = { version, verdict: 'approve', note: 'I have read the record and agree.' };
      await approver.post(`/api/convictions/${id}/approvals`, approval);
    }
  }
  const note = 'The file shows a second case of the same day; look at both together.';
  for (const { id, version } of await fewOf(approver, { state: ['recommended'], decision: ['dismiss'] }, 6)) {
    await approver.post(`/api/convictions/${id}/approvals`, { version, verdict: 'return', note });
  }
}

/** Leaves convictions in every state that the work so far knows. */
export async function halfWork(people: Reviewers): Promise<void> {
  await review(people);
  await approve(people);
}
