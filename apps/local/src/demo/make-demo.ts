import type { AuditExportRow, ImportRow } from '@clearance/contract';
import { writeWhole } from '../kept-file.ts';
import type { Surroundings } from '../processes.ts';
import { fullFile, makeFile, readyFile } from './files.ts';
import { halfWork } from './half-work.ts';
import { inviteOperator, onboard } from './onboard.ts';
import { EMPTY, FULL, operator, staffOf } from './people.ts';
import { Visitor } from './visitor.ts';

interface Demo extends Surroundings {
  /** Is written when the demo is whole. */
  readonly made: string;
  readonly say: (line: string) => void;
}

const ROWS = 100_000;
const POLICY = 'la-2020';

/** Makes the demo installation as its people would: through the API, with invitations, a file, reviews and approvals. */
export async function makeDemo({ say, made, ...here }: Demo): Promise<void> {
  const rows = Number(process.env['CLEARANCE_DEMO_ROWS'] || ROWS);
  const visitor = () => new Visitor(`http://127.0.0.1:${here.port}`);
  say('Making the demo, once. Inviting its people …');
  const [file] = await Promise.all([
    makeFile(here, fullFile(rows)),
    makeFile(here, readyFile(rows)),
    inviteOperator(here, visitor()),
  ]);
  const installation = await visitor().signIn(operator.email, operator.password);
  const full = await onboard(FULL, installation, visitor);
  const empty = await onboard(EMPTY, installation, visitor);
  for (const county of [full, empty]) await county.post('/api/policies', { preset: POLICY });
  say(`Importing ${rows.toLocaleString('en')} rows of ${FULL} and evaluating them …`);
  const { id } = await full.upload<{ id: string }>('/api/imports', file);
  await full.until<ImportRow>(`/api/imports/${id}`, ({ state, problem }) => {
    if (state === 'failed') throw new Error(`The demo file was not imported: ${problem ?? ''}`);
    return state === 'done';
  });
  say('Reviewing and approving some of them …');
  const signedIn = async (name: string) => {
    const person = staffOf[FULL]?.find((one) => one.email.startsWith(`${name}@`));
    return visitor().signIn(person?.email ?? '', person?.password ?? '');
  };
  await halfWork({
    first: await signedIn('ray'),
    second: await signedIn('mei'),
    both: await signedIn('bo'),
    approver: await signedIn('paula'),
  });
  const compliance = await signedIn('carl');
  const wanted = { filter: { action: 'approval.approve' }, purpose: 'Monthly report to the board of supervisors' };
  const asked = await compliance.post<AuditExportRow>('/api/audit-exports', wanted);
  await compliance.until<AuditExportRow>(`/api/audit-exports/${asked.id}`, ({ state }) => state === 'done');
  writeWhole(made, `${new Date().toISOString()}\n`);
}
