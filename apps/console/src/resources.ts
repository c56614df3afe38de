import { approvals } from './approvals/index.ts';
import { auditEvents } from './audit-events/index.ts';
import { auditExports } from './audit-exports/index.ts';
import { bulkReviews } from './bulk-reviews/index.ts';
import { convictions } from './convictions/index.ts';
import { courtLists } from './court-lists/index.ts';
import { counties } from './counties/index.ts';
import { disseminations } from './disseminations/index.ts';
import { factsAwaited } from './facts/index.ts';
import { findPeople } from './find-people/index.ts';
import { impact } from './impact/index.ts';
import { imports } from './imports/index.ts';
import { logAlarm } from './log-alarm/index.ts';
import { logReviews } from './log-reviews/index.ts';
import { people } from './people/index.ts';
import { policies } from './policies/index.ts';
import { policyDrafts } from './policy-studio/index.ts';
import type { ResourceModule } from './resource-module.ts';
import { terms } from './terms/index.ts';
import { settings } from './settings/index.ts';
import { simulations } from './simulations/index.ts';

/** Every screen, in the order of the work: this is the order of the rail. A new screen is one line here. */
export const screens: readonly ResourceModule[] = [
  imports,
  terms,
  policies,
  policyDrafts,
  simulations,
  convictions,
  factsAwaited,
  findPeople,
  approvals,
  bulkReviews,
  courtLists,
  impact,
  auditEvents,
  logAlarm,
  logReviews,
  auditExports,
  disseminations,
  people,
  settings,
  counties,
];
