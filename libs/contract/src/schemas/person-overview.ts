import { z } from 'zod';
import { convictionAct, convictionRow } from './convictions.ts';
import { enteredFactRow } from './facts.ts';
import { personView } from './history-view.ts';
import { instant, uuid } from './list.ts';
import { personal } from '../personal.ts';

/** `GET /api/people/:id/overview`: everything about one person, for one screen and one printed page. */
export const personOverview = personView.extend({
  /** What older files call the person. */
  otherNames: personal('name', z.array(z.string())),
  /** Every file of the county that has the person, the newest first. */
  files: z.array(
    z.object({ id: uuid, fileName: z.string(), importedAt: instant, lines: z.int(), newest: z.boolean() }),
  ),
  /** Rows of the person that could not be read: lines of the present file, with the reason. */
  unread: z.array(z.object({ line: z.int(), reason: z.string(), detail: personal('history', z.string()) })),
  /** Of this county, the oldest first, each with what was done to it; `vanished` is in an older file only. */
  convictions: z.array(convictionRow.extend({ vanished: z.boolean(), acts: z.array(convictionAct) })),
  /** What people entered beside the file, the newest first; `convictionId` is null where it is about the person. */
  entered: z.array(enteredFactRow.omit({ about: true }).extend({ convictionId: uuid.nullable() })),
});
export type PersonOverview = z.infer<typeof personOverview>;
