import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Alarms } from './audit-log/alarms.ts';
import { AuditLogController } from './audit-log/audit-log.controller.ts';
import { AuditLogStates } from './audit-log/audit-log-state.ts';
import { AuditLog } from './audit-log/audit-log.ts';
import { CheckAtStart } from './audit-log/check-at-start.ts';
import { Checkpoints } from './audit-log/checkpoints.ts';
import { DroppedCheckpoints } from './audit-log/dropped-checkpoints.ts';
import { Deliveries } from './audit-log/deliveries.ts';
import { LogKeeper } from './audit-log/log-keeper.ts';
import { LogVerifier } from './audit-log/verify-log.ts';
import { SigningKeys } from './audit-log/signing-keys.ts';
import { Verifications } from './audit-log/verifications.ts';
import { AuthController } from './auth/auth.controller.ts';
import { Attempts } from './auth/attempts.ts';
import { Devices } from './auth/devices.ts';
import { Lockout } from './auth/lockout.ts';
import { Sessions } from './auth/sessions.ts';
import { SignIn } from './auth/sign-in.ts';
import { SignInSweep } from './auth/sign-in-sweep.ts';
import { Throttle } from './auth/throttle.ts';
import { Tries } from './auth/tries.ts';
import { CONFIG, type Config } from './config.ts';
import { connect, DataSourceLifetime } from './db/data-source.ts';
import type { Migration } from './db/migrations.ts';
import { Database } from './db/in-county.ts';
import { CountyKeys } from './files/county-keys.ts';
import { FileFaults } from './files/file-faults.ts';
import { FileStore } from './files/file-store.ts';
import { AccessGuard } from './http/access.guard.ts';
import { BootCheck } from './http/boot-check.ts';
import { NotesReads } from './http/notes-reads.ts';
import { OperationsController } from './http/operations.controller.ts';
import { RefusalFilter } from './http/refusal.filter.ts';
import { Bell } from './jobs/bell.ts';
import { JobRegistry } from './jobs/job-handler.ts';
import { JobQueue } from './jobs/queue.ts';
import { JobRunner } from './jobs/runner.ts';
import { WorkFeed } from './jobs/work-feed.ts';
import { WorkLedger } from './jobs/work-ledger.ts';
import { WorkOfMember } from './jobs/work-of-member.ts';
import { WorkStops } from './jobs/work-stops.ts';
import { WorkController } from './jobs/work.controller.ts';
import { LOG, type Log } from './log.ts';
import { Mailer } from './mail/mailer.ts';
import { Invitations } from './people/invitations.ts';
import { InvitationsController, MembersController } from './people/people.controller.ts';
import { MemberStates } from './people/member-states.ts';
import { Staff } from './people/staff.ts';
import { Readings } from './reading/readings.ts';
import { Counties } from './tenancy/counties.ts';
import { Installation } from './tenancy/installation.ts';
import { CountiesController } from './tenancy/counties.controller.ts';
import { SettingsController } from './tenancy/settings.controller.ts';
import { Settings } from './tenancy/settings.ts';

const auditLog = [AuditLog, SigningKeys, Checkpoints, Deliveries, LogVerifier, Verifications];
const files = [CountyKeys, FileStore, FileFaults];
const shared = [Database, ...auditLog, Readings, ...files, JobQueue, Bell, WorkLedger, Mailer];

/** What both processes need. The application's data source is closed with the module. */
@Module({})
export class PlatformModule {
  /** `migrations` are the product's own: the database must have run these and no others. */
  static for(config: Config, log: Log, migrations: readonly Migration[]): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        {
          provide: DataSource,
          useFactory: () => connect(config.databaseUrl, migrations),
        },
        DataSourceLifetime,
        CheckAtStart,
        DroppedCheckpoints,
        ...shared,
      ],
      exports: [CONFIG, LOG, ...shared],
    };
  }
}

/** The HTTP side: guard, filter, boot check and the controllers of everything that is not clearance itself. */
@Module({
  imports: [DiscoveryModule],
  controllers: [
    AuthController,
    MembersController,
    InvitationsController,
    CountiesController,
    SettingsController,
    WorkController,
    AuditLogController,
    OperationsController,
  ],
  providers: [
    Sessions,
    SignIn,
    Attempts,
    Devices,
    Lockout,
    Throttle,
    Tries,
    Staff,
    Invitations,
    Counties,
    Settings,
    Installation,
    WorkFeed,
    WorkStops,
    WorkOfMember,
    AuditLogStates,
    Alarms,
    BootCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: NotesReads },
    { provide: APP_FILTER, useClass: RefusalFilter },
  ],
  exports: [Sessions, BootCheck, Installation, Lockout],
})
export class PlatformHttpModule {}

/** The worker side. */
@Module({
  imports: [DiscoveryModule],
  providers: [JobRegistry, JobRunner, LogKeeper, MemberStates, SignInSweep],
  exports: [JobRunner],
})
export class PlatformWorkerModule {}
