import { signCheckpoint } from '../src/checkpoint.ts';
import { FIRST_FORMAT } from '../src/bundle/manifest.ts';
import type { AuditEntry } from '../src/entry.ts';
import { rootOfLeaves } from '../src/merkle.ts';
import { privateKeyOf, publicKeyOf, signNote, verifierKey, verifierKeysText } from '../src/signed-note.ts';
import { bundleOf, manifestIn, ORIGIN, signed, sumsOf, viewsOf, type Bundle } from './bundles.ts';
import { approval, stored, type Stored } from './entries.ts';

/** How a bundle is changed before it is verified; all in UTF-8. */
export type Change = {
  /** The first occurrence of a text in a file by another. */
  readonly replace?: { readonly file: string; readonly from: string; readonly to: string };
  readonly append?: { readonly file: string; readonly text: string };
  /** A file cut after so many bytes. */
  readonly cut?: { readonly file: string; readonly bytes: number };
  readonly remove?: string;
  /** Whole files, as somebody would make them who holds the key. */
  readonly files?: Readonly<Record<string, string>>;
};
export type VectorCase = {
  readonly name: string;
  readonly bundle: string;
  readonly keys?: string;
  readonly older?: string;
  readonly change?: Change;
  readonly expected: Readonly<Record<string, unknown>>;
};

const [FIRST, SECOND, STRANGER] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
const keyOf = (seed: Buffer) => verifierKey(ORIGIN, publicKeyOf(privateKeyOf(seed)));

const at = (second: string) => `2026-11-22T10:11:${second}Z`;
const admin = { id: '5b1c', roles: ['county_admin'], session: '9d20' };
const ENTRIES: readonly Omit<AuditEntry, 'seq'>[] = [
  {
    ...{ at: at('10.000001'), actor: { id: 'system', job: 'import' }, action: 'import.finish', outcome: 'failed' },
    target: { type: 'import', id: '77e0' },
  },
  {
    ...{ at: at('11.000000'), actor: { id: 'anonymous' }, action: 'session.start', outcome: 'refused' },
    ...{ target: { type: 'account', id: '0c4f' }, source: { address: '192.0.2.7', requestId: 'r-2' } },
  },
  {
    ...{ at: at('12.000000'), actor: admin, action: 'member.change', outcome: 'success' },
    ...{ target: { type: 'member', id: 'a8e1' }, source: { address: '2001:db8::7', requestId: 'r-3' } },
    ...{ stateBefore: 'active reviewer', stateAfter: 'active approver+reviewer' },
  },
  {
    ...{ at: at('13.000000'), actor: admin, action: 'policy.publish', outcome: 'success', policyVersion: '4' },
    ...{ target: { type: 'policy', id: '4' }, source: { address: '::ffff:192.0.2.8', requestId: 'r-4' } },
    detail: { note: '=HYPERLINK("x"), § 11361.8', rules: 12, flagged: false },
  },
  { ...approval(5), at: at('14.000000') },
  {
    ...{ at: at('15.000000'), actor: admin, action: 'record.view', outcome: 'success' },
    ...{ target: { type: 'person', id: '-31' }, source: { address: '192.0.2.7', requestId: 'r-6' } },
  },
  {
    ...{ at: at('14.500000'), actor: admin, action: 'audit_export.create', outcome: 'success' },
    ...{ target: { type: 'audit_export', id: 'e-1' }, source: { address: '192.0.2.7', requestId: 'r-7' } },
  },
];
const LOG = ENTRIES.map((entry, place) => stored({ ...entry, seq: place + 1 }));
const FORK = LOG.with(1, stored({ ...(ENTRIES[1] as AuditEntry), seq: 2, outcome: 'success' }));

const checkpointOf = (log: readonly Stored[], size: number): string => {
  const root = rootOfLeaves(log.slice(0, size).map(({ leafHash }) => leafHash));
  return signCheckpoint({ origin: ORIGIN, size, root }, privateKeyOf(FIRST));
};
const RULE = '-'.repeat(70);
const mailed = (note: string) => `\ufeffKeep this mail.\n\n${RULE}\n${note}${RULE}\n\n`.replaceAll('\n', '\r\n');

const BUNDLES = {
  range: bundleOf({ log: LOG, chosen: [2, 3, 4, 5, 6], before: 1, seed: FIRST }),
  chosen: bundleOf({ log: LOG, chosen: [2, 5, 7], before: 3, seed: FIRST }),
  'first-format': bundleOf({ log: LOG.slice(0, 4), seed: FIRST, format: FIRST_FORMAT }),
  'second-key': bundleOf({ log: LOG, seed: SECOND, earlier: [keyOf(FIRST)] }),
} as const;

/** The named files changed, and the manifest made and signed to fit. */
function fitted(bundle: Bundle, files: Partial<Bundle>): Record<string, string> {
  const changed = { ...bundle, ...files };
  const made = signed(changed, { ...manifestIn(bundle), files: sumsOf(changed) }, FIRST);
  const names = [...Object.keys(files), 'manifest.json', 'manifest.sig'] as (keyof Bundle)[];
  return Object.fromEntries(names.map((name) => [name, made[name].toString('utf8')]));
}

function cases(): VectorCase[] {
  const { range, chosen } = BUNDLES;
  const text = (bytes: Buffer) => bytes.toString('utf8');
  const replaced = (file: keyof Bundle, from: string, to: string, bundle: Bundle = range) =>
    Buffer.from(text(bundle[file]).replace(from, to));
  const events = replaced('events.jsonl', '"id":"-31"', '"id":"-32"');
  const lines = text(events).split('\n').slice(0, -1);
  const views = viewsOf(lines.map((line) => Buffer.from(line)));
  const [signedText = '', own = ''] = text(range['manifest.sig']).split('\n\n');
  const foreign = signNote(`${signedText}\n`, 'somebody.example', privateKeyOf(STRANGER)).split('\n\n')[1] ?? '';
  const [keys, older] = ['first.pub', 'older.checkpoint'];
  const proved = { proved: true };
  const refused = (why: string, more: object = {}) => ({ proved: false, why, ...more });
  const on = (bundle: string) => ({ bundle, keys });
  return [
    { name: 'a range', ...on('range'), expected: proved },
    { name: 'a range in the first format of bundles', ...on('first-format'), expected: proved },
    { name: 'a range, by the key that came with it', bundle: 'range', expected: proved },
    { name: 'chosen entries', ...on('chosen'), expected: proved },
    { name: 'a range that goes on from an older checkpoint', ...on('range'), older, expected: { ...proved, older: 3 } },
    { name: 'the same, saved from a mail', ...on('range'), older: 'mail.txt', expected: { ...proved, older: 3 } },
    { name: 'chosen entries that go on from it', ...on('chosen'), older, expected: { ...proved, older: 3 } },
    {
      ...{
        name: 'a log that changed its key, and a time that goes back',
        bundle: 'second-key',
        keys: 'both.pub',
        older,
      },
      expected: { ...proved, older: 3, timeBack: { seq: 7, times: 1, microseconds: 500_000 } },
    },
    { name: 'the earlier key alone', ...on('second-key'), expected: refused('key_changed', { file: 'log.pub' }) },
    { name: 'another key', bundle: 'range', keys: 'stranger.pub', expected: refused('other_key', { file: 'log.pub' }) },
    {
      ...{ name: 'a checkpoint of another log', ...on('range'), older: 'fork.checkpoint' },
      expected: refused('forked', { file: 'older checkpoint' }),
    },
    {
      ...{ name: 'a changed entry', ...on('range') },
      change: { replace: { file: 'events.jsonl', from: '"id":"-31"', to: '"id":"-32"' } },
      expected: refused('bytes_changed', { seq: 6 }),
    },
    {
      ...{ name: 'a changed entry, and a manifest that was made to fit', ...on('range') },
      change: { files: fitted(range, { 'events.jsonl': events }) },
      expected: refused('bytes_changed', { seq: 6 }),
    },
    {
      ...{ name: 'a changed entry, and all else made to fit: one hash covers them all', ...on('range') },
      change: {
        files: fitted(range, {
          'events.jsonl': events,
          'events.csv': Buffer.from(views['events.csv']),
          'events.ocsf.jsonl': Buffer.from(views['events.ocsf.jsonl']),
        }),
      },
      expected: refused('root_mismatch', { seq: 6 }),
    },
    {
      ...{ name: 'a changed one of chosen entries', ...on('chosen') },
      change: { replace: { file: 'events.jsonl', from: '"id":"c_5"', to: '"id":"c_6"' } },
      expected: refused('not_in_log', { seq: 5 }),
    },
    {
      ...{ name: 'a cut end', ...on('range') },
      change: { cut: { file: 'events.jsonl', bytes: lines.slice(0, 4).join('\n').length + 2 } },
      expected: refused('cut_tail', { file: 'events.jsonl', seq: 6 }),
    },
    {
      ...{ name: 'a cell of the table, and a manifest made to fit', ...on('range') },
      change: { files: fitted(range, { 'events.csv': replaced('events.csv', 'refused', 'success') }) },
      expected: refused('view_differs', { file: 'events.csv', seq: 2 }),
    },
    {
      ...{ name: 'an event, and a manifest made to fit', ...on('chosen') },
      change: {
        files: fitted(chosen, { 'events.ocsf.jsonl': replaced('events.ocsf.jsonl', '192.0.2.7', '192.0.2.9', chosen) }),
      },
      expected: refused('view_differs', { file: 'events.ocsf.jsonl', seq: 2 }),
    },
    {
      ...{ name: 'a README that promises more, and a manifest made to fit', ...on('range') },
      change: { files: fitted(range, { 'README.txt': replaced('README.txt', 'It does not prove', 'It also proves') }) },
      expected: refused('view_differs', { file: 'README.txt' }),
    },
    {
      ...{ name: 'another purpose', ...on('range') },
      change: { replace: { file: 'manifest.json', from: 'Yearly', to: 'Weekly' } },
      expected: refused('bad_signature', { file: 'manifest.json' }),
    },
    {
      ...{ name: 'a signature of somebody else', ...on('range') },
      change: { append: { file: 'manifest.sig', text: foreign } },
      expected: refused('more_signatures', { file: 'manifest.sig' }),
    },
    {
      ...{ name: 'the own signature twice', ...on('range') },
      change: { append: { file: 'manifest.sig', text: own } },
      expected: refused('more_signatures', { file: 'manifest.sig' }),
    },
    {
      name: 'no proof',
      ...on('range'),
      change: { remove: 'proof' },
      expected: refused('file_missing', { file: 'proof' }),
    },
  ];
}

/** Every file of the vectors by its path. The seeds of their keys are 32 bytes of 1, of 2 and of 3. */
export function vectorFiles(): Readonly<Record<string, string>> {
  const bundles = Object.entries(BUNDLES).flatMap(([name, bundle]) =>
    Object.entries(bundle).map(([file, bytes]) => [`${name}/${file}`, bytes.toString('utf8')]),
  );
  return {
    ...(Object.fromEntries(bundles) as Record<string, string>),
    'first.pub': verifierKeysText([keyOf(FIRST)]),
    'both.pub': verifierKeysText([keyOf(FIRST), keyOf(SECOND)]),
    'stranger.pub': verifierKeysText([keyOf(STRANGER)]),
    'older.checkpoint': checkpointOf(LOG, 3),
    'fork.checkpoint': checkpointOf(FORK, 3),
    'mail.txt': mailed(checkpointOf(LOG, 3)),
    'cases.json': `${JSON.stringify(cases(), null, 2)}\n`,
  };
}
