import { INSTALLATION_ID } from '../../libs/platform/src/index.ts';
import type { Catalogue, ForeignKey, Grant, Key, Passage, Policy, Role, Table } from './catalogue.ts';

/** Tables that are no tenant tables, each with the reason. */
export const notOfACounty: Readonly<Record<string, string>> = {
  county: 'The register of tenants: a row is a tenant, and its policies compare its id.',
  account: 'A person may work in several counties with one password: its policies ask for members and invitations.',
  account_county: 'Under the policy of a county, and read as its owner at sign-in, before the county is known.',
  sign_in_tries: 'Attempts at sign-in are counted before the county is known; addresses stand there as keyed digests.',
  known_device: 'Tells at sign-in, before the county is known, on which devices an account signed in well.',
  migration: 'Names the migrations that ran; whoever starts reads whether they are its own.',
};

/** Policies beside `of_county` that let somebody read more, each with the reason. They may never let anybody write. */
export const widerReaders: Readonly<Record<string, string>> = {
  'work.of_installation': 'Operators see the health of jobs, and the reconciler what stalled: counts and ids only.',
  'county_volume.of_installation': 'Operators see volumes: counts only.',
};

/** Functions that run as their owner, each with the reason. */
export const asOwner: Readonly<Record<string, string>> = {
  'public.account_by_email':
    'Sign-in names an address exactly, before the county is known; it answers that account or nothing.',
};

/** What is decided or logged is only ever added to. */
export const neverChanged: readonly string[] = [
  'audit_entry',
  'audit_key',
  'audit_checkpoint',
  'determination',
  'recommendation',
  'approval',
  'policy',
];

const OF_COUNTY = `(county_id = (NULLIF(current_setting('app.county_id'::text, true), ''::text))::uuid)`;
const OF_INSTALLATION = `((NULLIF(current_setting('app.county_id'::text, true), ''::text))::uuid = '${INSTALLATION_ID}'::uuid)`;
const isTenant = (name: string) => !(name in notOfACounty);

/** Everything in the catalogue that would let one county reach another, each named by a sentence. */
export function faultsOf(catalogue: Catalogue): string[] {
  return [
    ...tableFaults(catalogue.tables),
    ...policyFaults(catalogue.tables, catalogue.policies),
    ...keyFaults(catalogue.tables, catalogue.keys),
    ...foreignKeyFaults(catalogue.foreignKeys),
    ...passageFaults(catalogue.passages),
    ...roleFaults(catalogue.roles),
    ...grantFaults(catalogue.grants),
  ];
}

/** The list of migrations says nothing of a county, and attempts and devices are read before there is one. */
const ofNoCounty = ['migration', 'sign_in_tries', 'known_device'];

export function tableFaults(tables: readonly Table[]): string[] {
  return tables.flatMap(({ columns, forced, name, owner, secured }) => {
    const open = secured || ofNoCounty.includes(name) ? [] : [`${name} has no row security`];
    if (!isTenant(name)) return open;
    return [
      ...(columns.includes('county_id') ? [] : [`${name} has no county_id`]),
      ...open,
      ...(forced ? [] : [`${name} does not force row security on its owner`]),
      ...(owner === 'clearance_owner' ? [] : [`${name} belongs to ${owner}`]),
    ];
  });
}

export function policyFaults(tables: readonly Table[], policies: readonly Policy[]): string[] {
  const isTheRule = (policy: Policy) =>
    policy.permissive && policy.command === 'ALL' && policy.using === OF_COUNTY && policy.check === OF_COUNTY;
  const without = tables
    .filter(({ name }) => isTenant(name) && !policies.some((policy) => policy.table === name && isTheRule(policy)))
    .map(({ name }) => `${name} has no policy that reads and writes its own county's rows only`);
  const isAllowed = (policy: Policy) =>
    `${policy.table}.${policy.name}` in widerReaders && policy.command === 'SELECT' && policy.using === OF_INSTALLATION;
  const wider = policies
    .filter((policy) => isTenant(policy.table) && policy.permissive && !isTheRule(policy) && !isAllowed(policy))
    .map((policy) => `${policy.table} is opened by the policy ${policy.name}`);
  return [...without, ...wider];
}

export function keyFaults(tables: readonly Table[], keys: readonly Key[]): string[] {
  const without = tables
    .filter(({ name }) => isTenant(name) && !keys.some((key) => key.table === name && key.primary))
    .map(({ name }) => `${name} has no primary key`);
  const telling = keys
    .filter((key) => isTenant(key.table) && !key.columns.includes('county_id'))
    .map((key) => `${key.table} has the key ${key.name} without county_id`);
  return [...without, ...telling];
}

export function foreignKeyFaults(foreignKeys: readonly ForeignKey[]): string[] {
  return foreignKeys
    .filter(({ target, columns, targetColumns }) =>
      isTenant(target)
        ? !columns.some((column, at) => column === 'county_id' && targetColumns[at] === 'county_id')
        : target === 'county' && columns.join() !== 'county_id',
    )
    .map(({ table, name, target }) => `${table} has the foreign key ${name} to ${target} without county_id`);
}

export const passageFaults = (passages: readonly Passage[]): string[] =>
  passages
    .filter(({ asCaller, name }) => !asCaller && !(name in asOwner))
    .map(({ kind, name }) => `the ${kind} ${name} sees every county`);

export function roleFaults(roles: readonly Role[]): string[] {
  return roles.flatMap((role) => [
    ...(role.superuser ? [`${role.name} is a superuser`] : []),
    ...(role.bypasses ? [`${role.name} passes row security`] : []),
    ...role.memberOf.map((other) => `${role.name} is a member of ${other}`),
    ...(role.name === 'clearance_app' && role.owned > 0 ? [`${role.name} owns ${role.owned} objects`] : []),
    ...(role.name === 'clearance_app' && role.creates ? [`${role.name} may create objects or roles`] : []),
  ]);
}

export function grantFaults(grants: readonly Grant[]): string[] {
  // TRUNCATE does not ask row security; REFERENCES and TRIGGER let a role see or move rows of others.
  const forbidden = (table: string) => [
    ...['TRUNCATE', 'REFERENCES', 'TRIGGER'],
    ...(neverChanged.includes(table) ? ['UPDATE', 'DELETE'] : []),
    ...(table === 'migration' ? ['INSERT', 'UPDATE', 'DELETE'] : []),
  ];
  return grants.flatMap(({ table, privileges }) =>
    privileges
      .filter((privilege) => forbidden(table).includes(privilege))
      .map((privilege) => `clearance_app may ${privilege} ${table}`),
  );
}
