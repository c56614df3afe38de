export { ClearanceHttpModule, ClearanceWorkerModule } from './clearance.module.ts';
export { jobNames } from './job-names.ts';
export { ClearanceSchema1790000000002 } from './schema/clearance-schema.ts';
