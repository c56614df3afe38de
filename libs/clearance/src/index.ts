export { ClearanceHttpModule, ClearanceWorkerModule } from './clearance.module.ts';
export { jobNames } from './job-names.ts';
export { clearanceMigrations, releaseOf } from './schema/migrations.ts';
