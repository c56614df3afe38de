export { alarmWords } from './audit-log/alarm-words.ts';
export { AuditLog, type Act } from './audit-log/audit-log.ts';
export { BundleThread, type BundlePart } from './audit-log/bundle-thread.ts';
export { Checkpoints, type KeptCheckpoint } from './audit-log/checkpoints.ts';
export { Deliveries } from './audit-log/deliveries.ts';
export { eachHash, leafHashes, leafHashesOf } from './audit-log/leaf-hashes.ts';
export { OPEN_ALARM } from './audit-log/log-head.ts';
export { raiseAlarm } from './audit-log/raise-alarm.ts';
export { toldStates, type ToldState } from './audit-log/told-states.ts';
export { SigningKeys, type Signer } from './audit-log/signing-keys.ts';
export { Lockout } from './auth/lockout.ts';
export { hashPassword } from './auth/passwords.ts';
export { Sessions } from './auth/sessions.ts';
export { now } from './clock.ts';
export { CONFIG, readConfig, type Config } from './config.ts';
export { INSTALLATION_ID, NIL_ID, systemCtx, type Ctx } from './context.ts';
export { copiedOut } from './db/copy-out.ts';
export { HELD_BRIEFLY } from './db/held-briefly.ts';
export { Database, one, rows, type Tx } from './db/in-county.ts';
export { pageOf, type ListSql } from './db/page.ts';
export { migrate, NewerDatabase, type Upgrade } from './db/migrate.ts';
export { platformMigrations, type Migration } from './db/migrations.ts';
export { appendOnly, appRole, tenantTable } from './db/tenant-table.ts';
export { CountyKeys, keyedDigest, opaqueId, seal, unseal } from './files/county-keys.ts';
export type { KeptFile } from './files/check-file.ts';
export { FileFaults } from './files/file-faults.ts';
export type { VerifiedFile } from './files/verified-file.ts';
export { FileStore, type Received, type Reserved, type Undecided } from './files/file-store.ts';
export type { FileSums } from './files/sealed-file.ts';
export {
  ANSWERS,
  Answers,
  AnswersFile,
  AnswersEvents,
  AnswersNothing,
  READS,
  Reads,
  type Answered,
  type Asked,
  type Reading,
  type ReadOf,
  type SetAsked,
} from './http/answers.ts';
export { BootCheck, type RouteDeclaration } from './http/boot-check.ts';
export { dress, httpAdapter } from './http/boot.ts';
export { orderBy, sendPage, window, type ListQuery, type Page } from './http/list.ts';
export { Allow, Context, type Access, type ClearanceRequest } from './http/permission.ts';
export { Bell } from './jobs/bell.ts';
export { HandlesJob, Sweeps, type JobHandler, type Sweeper } from './jobs/job-handler.ts';
export type { JobData } from './jobs/queue.ts';
export { JobRunner } from './jobs/runner.ts';
export { cannotGoOn, WorkEnded, WorkLedger, type Chunk } from './jobs/work-ledger.ts';
export { StopsWork, type WorkStop } from './jobs/work-stops.ts';
export { LOG, makeLog, type Log } from './log.ts';
export { PlatformHttpModule, PlatformModule, PlatformWorkerModule } from './platform.module.ts';
export { Readings, TOGETHER_MINUTES } from './reading/readings.ts';
export { Refused } from './refused.ts';
export { createTenant } from './tenancy/counties.ts';
export { Installation } from './tenancy/installation.ts';
export { settingsOf } from './tenancy/settings.ts';
export { AtOnce } from './http/at-once.ts';
