import type {
  AnnotatedRow,
  AuditExportRow,
  BulkReviewRow,
  ConvictionGroup,
  ConvictionRow,
  ConvictionSet,
  CourtListRow,
  DraftRow,
  InvitationRow,
  Sample,
  SimulationAnswer,
  SimulationRow,
} from '@clearance/contract';
import { listOf, type Client } from '../support/client.ts';
import { importFile, mailTo, makeCounty, publishPolicy, tokenIn, type County } from '../support/county.ts';
import type { Reachable } from '../support/installation.ts';
import { until } from '../support/until.ts';

export type Who = 'admin' | 'reviewer' | 'approver' | 'compliance';
const staff = { reviewer: ['reviewer'], approver: ['approver'], compliance: ['compliance'] } as const;

/** A county with one of everything that the product makes. */
export interface WorkedCounty extends County<Who> {
  readonly importId: string;
  readonly bulkReview: BulkReviewRow;
  readonly requestKey: string;
  /** One that nobody has decided, one that waits for an approver, one that was approved alone. */
  readonly evaluated: ConvictionRow;
  readonly recommended: ConvictionRow;
  readonly approved: ConvictionRow;
  readonly sample: Sample;
  readonly export: AuditExportRow;
  readonly draft: DraftRow;
  readonly simulation: SimulationRow;
  readonly annotated: AnnotatedRow;
  readonly courtList: CourtListRow;
  readonly invitation: InvitationRow & { readonly token: string };
}

/**
 * Takes a county through its work: words of its own, file, policy, bulk review, one approval, one conviction that was
 * released, one export of the log, one annotated file and one list for the court that were given out, one review of the log, one invitation, a draft and its simulation.
 */
export async function workedCounty(
  installation: Reachable,
  name: string,
  file: string | { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<WorkedCounty> {
  const county = await makeCounty(installation, { name, staff });
  const { admin, approver, compliance } = county.people;
  const dispositions = [{ wording: `DISPO OF ${name}`, kind: 'other' }];
  const words = await admin.client.post('/api/terms', { basedOn: 0, dispositions, routing: null });
  if (words.status !== 201) throw new Error(`Its words were refused: ${JSON.stringify(words.body)}`);
  const imported = await importFile(admin.client, file);
  if (imported.state !== 'done') throw new Error(`The file is ${imported.state}: ${imported.problem}`);
  // After the file, so that there is an evaluation of its own.
  await publishPolicy(admin.client, 'prop64-dismiss-all');

  const requestKey = `the bulk review of ${name}`;
  const bulkReview = await recommendAGroup(county, requestKey);
  const one = async (filter: object) =>
    (await approver.client.get<ConvictionRow[]>(listOf('/api/convictions', { filter, range: [0, 0] }))).body[0];
  const first = found(await one({ bulkReviewId: bulkReview.id }));
  const act = { version: first.version, verdict: 'approve' };
  const approved = await approver.client.post<ConvictionRow>(`/api/convictions/${first.id}/approvals`, act);
  if (approved.status !== 200) throw new Error(`Not approved: ${JSON.stringify(approved.body)}`);

  const courtList = await releasedList(county, bulkReview.id);
  const annotated = await annotatedOf(admin.client, imported.id, {
    purpose: `The file of ${name}`,
    recipient: `Court of ${name}`,
  });
  await admin.client.get(`/api/imports/${imported.id}/annotated/${annotated.id}/file`);
  const review = { lastSequence: 1, note: `The review of ${name}` };
  const signed = await compliance.client.post('/api/log-reviews', review);
  if (signed.status !== 201) throw new Error(`Not signed: ${JSON.stringify(signed.body)}`);

  const email = `pending@${name.toLowerCase()}.example`;
  const invited = await admin.client.post<InvitationRow>('/api/invitations', { emails: [email], roles: ['reviewer'] });
  return {
    ...county,
    ...{ importId: imported.id, bulkReview, requestKey, approved: approved.body },
    recommended: found(await one({ state: ['recommended'] })),
    evaluated: found(await one({ state: ['evaluated'] })),
    ...(await draftAndTry(county)),
    sample: await sampleOf(approver.client, { state: ['recommended'] }),
    export: await exportOf(compliance.client, `The log of ${name}`),
    annotated,
    courtList,
    invitation: { ...invited.body, token: tokenIn(await mailTo(installation.base, email)) },
  };
}

/** Asks for an export of the whole log and waits for it. */
export async function exportOf(client: County<Who>['people']['compliance']['client'], purpose: string) {
  const { body, status } = await client.post<AuditExportRow>('/api/audit-exports', { filter: {}, purpose });
  if (status !== 202) throw new Error(`No export: ${JSON.stringify(body)}`);
  return until(async () => {
    const view = (await client.get<AuditExportRow>(`/api/audit-exports/${body.id}`)).body;
    return view.state === 'done' && view;
  });
}

/** Writes a policy of the county's own and tries it against the published one. */
async function draftAndTry({ name, people }: County<Who>) {
  const { client } = people.admin;
  const draft = (
    await client.post<DraftRow>('/api/policy-drafts', { from: 'preset:san-diego-2020', title: `The policy of ${name}` })
  ).body;
  const started = await client.post<SimulationAnswer>('/api/simulations', { candidate: `draft:${draft.id}` });
  if (started.status !== 202) throw new Error(`No simulation: ${JSON.stringify(started.body)}`);
  const simulation = await until(async () => {
    const view = (await client.get<SimulationRow>(`/api/simulations/${started.body.id}`)).body;
    return view.state === 'done' && view;
  });
  return { draft, simulation };
}

/** Asks for the annotated file of an import and waits for it. */
export async function annotatedOf(admin: Client, importId: string, body: object): Promise<AnnotatedRow> {
  const path = `/api/imports/${importId}/annotated`;
  const asked = await admin.post<AnnotatedRow>(path, body);
  if (asked.status !== 202) throw new Error(`No annotated file: ${JSON.stringify(asked.body)}`);
  return until(async () => {
    const made = (await admin.get<AnnotatedRow[]>(path)).body.find(({ id }) => id === asked.body.id);
    if (made?.state === 'failed') throw new Error('The annotated file failed.');
    return made?.state === 'done' && made;
  });
}

/** Asks for a list of what was released and waits for it. */
export async function courtListOf(admin: Client, body: object): Promise<CourtListRow> {
  const asked = await admin.post<CourtListRow>('/api/court-lists', body);
  if (asked.status !== 202) throw new Error(`No list: ${JSON.stringify(asked.body)}`);
  return until(async () => {
    const made = (await admin.get<CourtListRow[]>('/api/court-lists')).body.find(({ id }) => id === asked.body.id);
    if (made?.state === 'failed') throw new Error('The list failed.');
    return made?.state === 'done' && made;
  });
}

/** Approves one conviction that is released at once, and gives it out. */
async function releasedList({ name, people }: County<Who>, bulkReviewId: string): Promise<CourtListRow> {
  const { admin, approver } = people;
  await admin.client.put('/api/settings', { undoHours: 0 });
  const filter = { bulkReviewId, state: ['recommended'] };
  const one = found((await approver.client.get<ConvictionRow[]>(listOf('/api/convictions', { filter }))).body[0]);
  await approver.client.post(`/api/convictions/${one.id}/approvals`, { version: one.version, verdict: 'approve' });
  await until(async () => {
    const { body } = await approver.client.get<ConvictionRow>(`/api/convictions/${one.id}`);
    return body.state === 'released';
  });
  await admin.client.put('/api/settings', { undoHours: 24 });
  const made = await courtListOf(admin.client, { purpose: `The list of ${name}`, recipient: `Clerk of ${name}` });
  await admin.client.get(`/api/court-lists/${made.id}/file`);
  return made;
}

/** Has a sample drawn of what waits for an approver. */
async function sampleOf(client: County<Who>['people']['approver']['client'], filter: object): Promise<Sample> {
  const { count, digest } = (await client.get<ConvictionSet>(listOf('/api/convictions/set', { filter }))).body;
  const drawn = await client.post<Sample>('/api/samples', { filter, expectedCount: count, digest });
  if (drawn.status !== 200) throw new Error(`No sample: ${JSON.stringify(drawn.body)}`);
  return drawn.body;
}

async function recommendAGroup({ people }: County<Who>, requestKey: string): Promise<BulkReviewRow> {
  const { client } = people.reviewer;
  const dismissals = { state: ['evaluated'], outcome: ['dismiss'] };
  const groups = await client.get<ConvictionGroup[]>(listOf('/api/convictions/groups', { filter: dismissals }));
  const { filter } = found(groups.body[0]);
  const { count, digest } = (await client.get<ConvictionSet>(listOf('/api/convictions/set', { filter }))).body;
  const act = { verb: 'recommend', decision: 'dismiss', filter, expectedCount: count, digest };
  const started = await client.post<BulkReviewRow>('/api/bulk-reviews', act, { 'idempotency-key': requestKey });
  if (started.status !== 202) throw new Error(`No bulk review: ${JSON.stringify(started.body)}`);
  return until(async () => {
    const review = (await client.get<BulkReviewRow>(`/api/bulk-reviews/${started.body.id}`)).body;
    return review.state === 'done' && review;
  });
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('The county has too little in it for this test.');
  return one;
}
