import { z } from 'zod';
import { roleNames } from '../roles.ts';
import { uuid } from './list.ts';

export const loginBody = z.object({ email: z.string().trim().max(254), password: z.string().min(1).max(256) });
export type LoginBody = z.infer<typeof loginBody>;

export const passwordRule = z.string().min(8).max(256);

/** `GET /api/me`: who is signed in, where, with which packed permission rules. */
export const me = z.object({
  memberId: uuid,
  name: z.string(),
  email: z.string(),
  county: z.object({ id: uuid, name: z.string(), kind: z.enum(['county', 'installation']) }),
  roles: z.array(z.enum(roleNames)),
  rules: z.array(z.array(z.unknown())),
  /** Seconds without a request after which the session ends. */
  idleSeconds: z.int(),
  /** Demo installations show the sign-in names and the local outbox. */
  demo: z.boolean(),
});
export type Me = z.infer<typeof me>;

/** `GET /api/demo`, on demo installations only: the people one can sign in as. */
export const demoPerson = z.object({ email: z.string(), password: z.string(), name: z.string(), says: z.string() });
export type DemoPerson = z.infer<typeof demoPerson>;

/** `GET /api/outbox`, where no SMTP server is configured: the mails that would have been sent. */
export const outboxMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.string(),
});
export type OutboxMail = z.infer<typeof outboxMail>;
