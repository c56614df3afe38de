import { z } from 'zod';
import { countyRoles, type Role } from '../roles.ts';
import { instant, listQuery, uuid } from './list.ts';
import { plainName } from './plain-name.ts';

const email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());
const countyRole = z.enum(countyRoles as [Role, ...Role[]]);
const rolesOf = z
  .array(countyRole)
  .min(1)
  .max(4)
  .transform((list) => [...new Set(list)].sort());

export const memberRow = z.object({
  id: uuid,
  name: z.string(),
  email: z.string(),
  roles: z.array(countyRole),
  status: z.enum(['active', 'suspended', 'locked']),
  /** Since when failed sign-ins keep the account locked, and the address that the last of them came from. */
  lockedAt: instant.nullable(),
  lockedFrom: z.string().nullable(),
  lastSeen: instant.nullable(),
  createdAt: instant,
  version: z.int(),
});
export type MemberRow = z.infer<typeof memberRow>;
export const memberList = listQuery(
  z.object({ q: z.string().optional(), role: countyRole.optional(), status: z.string().optional() }),
  ['name', 'email', 'lastSeen', 'createdAt'],
);
/** `PUT /api/members/:id`. `version` is the one that was read; a stale one answers `conflict`. */
export const memberChange = z.object({
  version: z.int(),
  roles: rolesOf.optional(),
  status: z.enum(['active', 'suspended']).optional(),
});
export type MemberChange = z.infer<typeof memberChange>;

export const invitationRow = z.object({
  id: uuid,
  email: z.string(),
  roles: z.array(countyRole),
  status: z.enum(['pending', 'accepted', 'withdrawn', 'expired']),
  invitedBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
});
export type InvitationRow = z.infer<typeof invitationRow>;
export const invitationList = listQuery(z.object({ status: z.string().optional() }), ['createdAt', 'email']);
/** `POST /api/invitations`: one or many addresses, all with the same roles. Answers the first with `id`. */
export const invitationBody = z.object({ emails: z.array(email).min(1).max(50), roles: rolesOf });
export type InvitationBody = z.infer<typeof invitationBody>;

/** `POST /api/invitations/open` (no session): what the link would open. A secret stands in no address, where logs keep it. */
export const openInvitationBody = z.object({ token: z.string().max(200) });
export type OpenInvitationBody = z.infer<typeof openInvitationBody>;
export const openInvitation = z.object({
  email: z.string(),
  county: z.string(),
  roles: z.array(z.string()),
  hasAccount: z.boolean(),
});
export type OpenInvitation = z.infer<typeof openInvitation>;
/** `POST /api/invitations/accept` (no session). */
export const acceptInvitation = z.object({
  token: z.string().min(20).max(200),
  name: plainName(1, 120),
  password: z.string().min(8).max(256),
});
export type AcceptInvitation = z.infer<typeof acceptInvitation>;

export const countyRow = z.object({
  id: uuid,
  name: z.string(),
  status: z.enum(['active', 'suspended']),
  createdAt: instant,
  members: z.int(),
  convictions: z.int(),
  imports: z.int(),
  openWork: z.int(),
  failedWork: z.int(),
});
export type CountyRow = z.infer<typeof countyRow>;
export const countyList = listQuery(z.object({ q: z.string().optional(), status: z.string().optional() }), [
  'name',
  'createdAt',
]);
/** `POST /api/counties`. `name` is what the state's file calls the county, e.g. `LOS ANGELES`; it writes no `COUNTY` behind it. */
export const countyBody = z.object({
  name: plainName(2, 60).transform((text) => text.toUpperCase().replace(/\s+COUNTY$/, '')),
  adminEmail: email,
});
/** `POST /api/counties/:id/administrators`: for a county that has no administrator left. */
export const administratorBody = z.object({ adminEmail: email });
export type CountyBody = z.infer<typeof countyBody>;
export const countyChange = z.object({ status: z.enum(['active', 'suspended']) });
