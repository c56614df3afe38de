import { approvals } from './approvals/index.ts';
import { bulkReviews } from './bulk-reviews/index.ts';
import { convictions } from './convictions/index.ts';
import { counties } from './counties/index.ts';
import { people } from './people/index.ts';
import type { ResourceModule } from './resource-module.ts';

/** Every screen, in the order of the work: this is the order of the rail. A new screen is one line here. */
export const screens: readonly ResourceModule[] = [convictions, approvals, bulkReviews, people, counties];
