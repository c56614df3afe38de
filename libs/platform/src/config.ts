import { resolve } from 'node:path';
import { z } from 'zod';
import { refusedInProduction } from './production.ts';
import { problemOfProxies, proxiesIn } from './trusted-proxies.ts';

const base64Key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
  .refine((text) => isRandom(Buffer.from(text, 'base64')), 'is not random. Make one with: openssl rand -base64 32');
/** A key that repeats a piece of at most so many bytes is not random. */
const LONGEST_PIECE = 16;

/** Whether bytes look like a random key: not a few values, and not a short piece again and again. */
function isRandom(key: Buffer): boolean {
  if (new Set(key).size < 8) return false;
  for (let piece = 1; piece <= LONGEST_PIECE; piece += 1) {
    if (key.every((byte, at) => byte === key[at % piece])) return false;
  }
  return true;
}

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');

const variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** The application role: owns nothing and cannot bypass row security. */
  DATABASE_URL: postgresUrl,
  /** With it the queue runs on Redis or Valkey; without it, in a schema of the same database. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// address')
    .optional(),
  /** Wraps the data key of every county. */
  MASTER_KEY: base64Key,
  FILES_DIR: z.string().min(1),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The proxies in front, whose word on a caller's address is taken; of everybody else it is the address they come from. */
  TRUST_PROXY: z
    .string()
    .default('loopback')
    .superRefine((list, context) => {
      const problem = problemOfProxies(list);
      if (problem) context.addIssue({ code: 'custom', message: problem });
    }),
  /** The address people reach the console under; links in mails begin with it. */
  PUBLIC_URL: z.url(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be an smtp:// address')
    .optional(),
  MAIL_FROM: z.string().default('Clearance <clearance@localhost>'),
  /** JSON list of demo people. Shows them, their passwords and the outbox at sign-in. Refused in production. */
  DEMO_PEOPLE_FILE: z.string().optional(),
  CONSOLE_DIR: z.string().optional(),
  SESSION_IDLE_SECONDS: z.coerce.number().int().min(1).max(1800).default(900),
  UPLOAD_LIMIT_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(20 * 1024 ** 3),
  /** Uploads may take as long as they need while something comes. */
  UPLOAD_IDLE_SECONDS: z.coerce.number().int().min(1).max(3600).default(60),
  /** How much of what goes on for long one county, or one person, may ask for at once, of each API process. */
  UPLOADS_PER_COUNTY: z.coerce.number().int().min(1).default(4),
  EVENT_STREAMS_PER_PERSON: z.coerce.number().int().min(1).default(6),
  EVENT_STREAMS_PER_COUNTY: z.coerce.number().int().min(1).default(60),
  /** And of simulations that wait or run. */
  SIMULATIONS_PER_COUNTY: z.coerce.number().int().min(1).default(5),
  /** A policy that takes longer to check is not checked; its check is ended. */
  POLICY_CHECK_SECONDS: z.coerce.number().int().min(1).max(60).default(10),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
  /** How long an open job may make no progress before its bell is rung again. */
  RECONCILE_SECONDS: z.coerce.number().int().min(1).default(5),
  /** How often every county is asked whether something is due, such as approvals to be released. */
  SWEEP_SECONDS: z.coerce.number().int().min(1).default(30),
  /** Seed of the Ed25519 key that signs checkpoints; without it one is made and kept under the master key. */
  LOG_SIGNING_KEY: base64Key.optional(),
  /** A checkpoint is signed when the last one is this old, or when so many entries were written since. */
  CHECKPOINT_SECONDS: z.coerce.number().int().min(1).max(60).default(60),
  CHECKPOINT_ENTRIES: z.coerce.number().int().min(1).max(1000).default(1000),
  /** A folder outside of this installation's hands, in which each county that wants it finds its checkpoints. */
  CHECKPOINT_DIR: z.string().min(1).optional(),
  /** Mails with checkpoints go out no more often than this: each covers all before it. */
  CHECKPOINT_MAIL_SECONDS: z.coerce.number().int().min(1).default(3600),
  /** How often new entries, and how often the whole log, is verified. */
  VERIFY_NEW_SECONDS: z.coerce.number().int().min(1).default(5),
  VERIFY_WHOLE_SECONDS: z.coerce.number().int().min(1).default(30),
});

export type Config = Readonly<ReturnType<typeof readConfig>>;
export const CONFIG = Symbol('Config');

/** Reads and checks the environment. Throws one error that names every variable that is missing or weak. */
export function readConfig(env: NodeJS.ProcessEnv) {
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is not complete:\n${lines.join('\n')}`);
  }
  const v = parsed.data;
  const refused = v.NODE_ENV === 'production' ? refusedInProduction(v) : [];
  if (v.LOG_SIGNING_KEY === v.MASTER_KEY) refused.push('LOG_SIGNING_KEY: must be another key than MASTER_KEY');
  if (refused.length > 0)
    throw new Error(`The configuration is refused:\n${refused.map((one) => `  ${one}`).join('\n')}`);
  return {
    production: v.NODE_ENV === 'production',
    databaseUrl: v.DATABASE_URL,
    redisUrl: v.REDIS_URL,
    masterKey: Buffer.from(v.MASTER_KEY, 'base64'),
    filesDir: resolve(v.FILES_DIR),
    port: v.PORT,
    host: v.HOST,
    trustedProxies: proxiesIn(v.TRUST_PROXY),
    publicUrl: v.PUBLIC_URL.replace(/\/$/, ''),
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM,
    demo: v.DEMO_PEOPLE_FILE !== undefined,
    demoPeopleFile: v.DEMO_PEOPLE_FILE,
    consoleDir: v.CONSOLE_DIR,
    sessionIdleSeconds: v.SESSION_IDLE_SECONDS,
    uploadLimitBytes: v.UPLOAD_LIMIT_BYTES,
    uploadIdleSeconds: v.UPLOAD_IDLE_SECONDS,
    uploadsPerCounty: v.UPLOADS_PER_COUNTY,
    eventStreamsPerPerson: v.EVENT_STREAMS_PER_PERSON,
    eventStreamsPerCounty: v.EVENT_STREAMS_PER_COUNTY,
    simulationsPerCounty: v.SIMULATIONS_PER_COUNTY,
    policyCheckSeconds: v.POLICY_CHECK_SECONDS,
    workerConcurrency: v.WORKER_CONCURRENCY,
    reconcileSeconds: v.RECONCILE_SECONDS,
    sweepSeconds: v.SWEEP_SECONDS,
    logSigningKey: v.LOG_SIGNING_KEY ? Buffer.from(v.LOG_SIGNING_KEY, 'base64') : undefined,
    checkpointSeconds: v.CHECKPOINT_SECONDS,
    checkpointEntries: v.CHECKPOINT_ENTRIES,
    checkpointDir: v.CHECKPOINT_DIR ? resolve(v.CHECKPOINT_DIR) : undefined,
    checkpointMailSeconds: v.CHECKPOINT_MAIL_SECONDS,
    verifyNewSeconds: v.VERIFY_NEW_SECONDS,
    verifyWholeSeconds: v.VERIFY_WHOLE_SECONDS,
  };
}
