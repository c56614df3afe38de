import { createMongoAbility, subject, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { packRules, unpackRules, type PackRule } from '@casl/ability/extra';
import type { Role } from './roles.ts';

/** What can be done to what. One line per permission: who may, and in a sentence why it exists. */
export const permissions = {
  'read county': { roles: ['operator'], says: 'See the counties of the installation and their volumes' },
  'create county': { roles: ['operator'], says: 'Create a county with its first administrator' },
  'suspend county': { roles: ['operator'], says: 'Suspend a county and let it back' },
  'read member': { roles: ['county_admin', 'compliance'], says: 'See who works here and with which roles' },
  'invite member': { roles: ['county_admin'], says: 'Invite staff and withdraw invitations' },
  'change member': { roles: ['county_admin'], says: 'Give and take roles, suspend, unlock, end sessions' },
  'read import': {
    roles: ['county_admin', 'reviewer', 'approver', 'compliance'],
    says: 'See imports and their rejected rows',
  },
  'create import': { roles: ['county_admin'], says: 'Upload a criminal-history file, confirm it or cancel it' },
  // Whoever holds the original may give it out, and nobody else: compliance sees each release on the log, and makes none.
  'export import': {
    roles: ['county_admin'],
    says: 'Make files that name people, such as the list for the court, and download them: releases of criminal history',
  },
  'read policy': {
    roles: ['county_admin', 'reviewer', 'approver', 'compliance'],
    says: 'Read the policy and its versions',
  },
  'draft policy': {
    roles: ['county_admin'],
    says: 'Write policies that nobody is judged by yet, and try them out',
  },
  'publish policy': { roles: ['county_admin'], says: 'Choose and publish the policy; re-evaluates everybody' },
  'read terms': {
    roles: ['county_admin', 'reviewer', 'approver', 'compliance'],
    says: 'See what the dispositions of the courts mean here and who prosecutes what',
  },
  'change terms': {
    roles: ['county_admin'],
    says: 'Say what a disposition means and who prosecutes; counts and evaluates everybody again',
  },
  'read conviction': {
    roles: ['county_admin', 'reviewer', 'approver', 'compliance'],
    says: 'See convictions, their history and why they qualify',
  },
  'recommend conviction': { roles: ['reviewer'], says: 'Recommend what should happen, ask for facts, withdraw' },
  // Whoever approves decides on facts that somebody else supplied.
  'enter fact': {
    roles: ['reviewer'],
    says: 'Enter a fact that the file lacks, with its source, and withdraw one, which evaluates the person again; say what a row is that no rule explains',
  },
  'request fact': {
    roles: ['county_admin', 'reviewer'],
    says: 'Make request letters for the facts that are missing: releases of criminal history',
  },
  'approve conviction': {
    roles: ['approver'],
    says: 'Approve or return what somebody else recommended, and take it back while that is possible',
  },
  'cancel bulk_review': {
    roles: ['county_admin'],
    says: 'Stop a bulk review that somebody else started; only that person can let it go on',
  },
  'read audit_event': { roles: ['operator', 'compliance'], says: 'Read the audit log' },
  'review audit_event': {
    roles: ['compliance'],
    says: 'Look through the audit log every week and sign that it was done',
  },
  'end log_alarm': {
    roles: ['operator', 'county_admin', 'compliance'],
    says: 'Say what was found about an alarm of the audit log, and end one that somebody else has looked into',
  },
  'change audit_delivery': { roles: ['compliance'], says: 'Say where checkpoints of the audit log are sent' },
  'create audit_export': { roles: ['compliance'], says: 'Export the audit log and download it' },
  'read work': {
    roles: ['operator', 'county_admin', 'reviewer', 'approver', 'compliance'],
    says: 'Follow running jobs',
  },
  'read setting': {
    roles: ['county_admin', 'reviewer', 'approver', 'compliance'],
    says: 'See how the county has set up its work',
  },
  'change setting': {
    roles: ['county_admin'],
    says: 'Change how the county works, e.g. how long an approval can be undone',
  },
  'read stats': {
    roles: ['county_admin', 'reviewer', 'approver', 'compliance'],
    says: 'See the figures of the county',
  },
} as const satisfies Record<string, { roles: readonly Role[]; says: string }>;

export type Permission = keyof typeof permissions;
type Split<P extends string> = P extends `${infer V} ${infer N}` ? { verb: V; noun: N } : never;
export type PermissionVerb = Split<Permission>['verb'];
export type PermissionNoun = Split<Permission>['noun'];
export type Ability = MongoAbility;
export type PackedRules = PackRule<RawRuleOf<Ability>>[];

/** Who acts, as far as permissions care. */
export interface Actor {
  readonly memberId: string;
  readonly roles: readonly Role[];
}

/**
 * The rules of one actor. Closed: what no line of the table grants is refused. An approval is granted only on what
 * the actor never recommended (`recommenderIds` holds everybody who ever recommended the conviction).
 */
export function abilityFor(actor: Actor): Ability {
  return createMongoAbility(
    (Object.keys(permissions) as Permission[])
      .filter((name) => (permissions[name].roles as readonly Role[]).some((role) => actor.roles.includes(role)))
      .map((name) => {
        const [action, subject] = name.split(' ') as [string, string];
        return name === 'approve conviction'
          ? { action, subject, conditions: { recommenderIds: { $nin: [actor.memberId] } } }
          : { action, subject };
      }),
  );
}

export const packAbility = (ability: Ability): PackedRules => packRules(ability.rules);
export const unpackAbility = (packed: PackedRules): Ability => createMongoAbility(unpackRules(packed));

/** Whether the actor may approve a conviction that these people recommended, in whatever round. */
export const mayApprove = (actor: Actor, recommenderIds: readonly string[]): boolean =>
  abilityFor(actor).can('approve', subject('conviction', { recommenderIds: [...recommenderIds] }));
