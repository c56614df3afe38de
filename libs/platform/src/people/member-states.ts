import { Inject, Injectable } from '@nestjs/common';
import { countiesOf } from '../db/counties-of.ts';
import { readHead } from '../audit-log/log-head.ts';
import { raiseAlarm } from '../audit-log/raise-alarm.ts';
import { toldStates } from '../audit-log/told-states.ts';
import { now } from '../clock.ts';
import { Database, one, rows } from '../db/in-county.ts';
import { Sweeps, type Sweeper } from '../jobs/job-handler.ts';
import { LOG, type Log } from '../log.ts';

interface Standing {
  readonly id: string;
  readonly status: string;
  readonly roles: readonly string[];
}

/**
 * Compares, all the time, who may do what with what the log tells of it. Roles that no act has given are an alarm: whoever
 * can write to the table could otherwise make an approver of anybody.
 */
@Injectable()
@Sweeps()
export class MemberStates implements Sweeper {
  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async sweep(): Promise<void> {
    for (const countyId of await countiesOf(this.database)) await this.compare(countyId);
  }

  private async compare(countyId: string): Promise<void> {
    const odd = await this.database.inCountySnapshot({ countyId }, async (tx) => {
      // What people did while the log could take no entry enters it first.
      const waits = await one(tx, `SELECT 1 FROM held_act LIMIT 1`);
      if (waits) return undefined;
      const members = await rows<Standing>(tx, `SELECT id, status, roles FROM member ORDER BY id`);
      const told = await toldStates(
        tx,
        'member',
        members.map(({ id }) => id),
        // A lock is one of the account, and says nothing of roles.
        ['member.create', 'member.change'],
      );
      const found = members.find((member) => standingOf(member) !== plain(told.get(member.id)?.state));
      return found && { id: found.id, seq: told.get(found.id)?.seq ?? (await readHead(tx)).size };
    });
    if (!odd) return;
    const raised = await this.database.inCounty({ countyId }, (tx) =>
      raiseAlarm(tx, countyId, {
        ...{ at: now(), seq: odd.seq, why: 'rights_without_act', about: { type: 'member', id: odd.id } },
      }),
    );
    if (raised) this.log.error({ countyId, memberId: odd.id }, 'somebody has rights that no act has given');
  }
}

const standingOf = ({ roles, status }: Standing): string => `${status} ${[...roles].sort().join('+')}`;

/** `active a+b`, with the roles in order: what an entry tells of somebody who came in is the roles alone. */
function plain(told: string | undefined): string | undefined {
  if (told === undefined) return undefined;
  const [roles = '', status = 'active'] = told.split(' ').reverse();
  return standingOf({ id: '', status, roles: roles.split('+') });
}
