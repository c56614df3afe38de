import type { AuditLogState, CheckpointDelivery } from '@clearance/contract';
import type { StatusWord } from '../../ui/words.ts';

/** A place that checkpoints are sent to, and what is known of the last one that was sent. */
export interface DeliveryWords {
  readonly way: CheckpointDelivery['way'];
  readonly to: string;
  readonly status: StatusWord;
  /** When the newest one arrived; undefined while none has. */
  readonly arrivedAt: string | undefined;
  /** Why the newest one has not arrived, in the words of the other side. */
  readonly problem: string | undefined;
}

const arrived: StatusWord = { word: 'Arrived', tone: 'done', sign: 'check' };
const waiting: StatusWord = { word: 'On its way', tone: 'wait', sign: 'clock' };
const stuck: StatusWord = { word: 'Does not arrive', tone: 'stop', sign: 'warning' };
const none: StatusWord = { word: 'None sent yet', tone: 'quiet', sign: 'ring' };

/** Where checkpoints are sent as set up now, each with whether they arrive. */
export function deliveriesInWords({
  delivery,
  deliveries,
}: Pick<AuditLogState, 'delivery' | 'deliveries'>): readonly DeliveryWords[] {
  const ways: readonly (readonly [CheckpointDelivery['way'], string])[] = [
    ...(delivery.email ? [['mail', `by mail to ${delivery.email}`] as const] : []),
    ...(delivery.webhook ? [['webhook', `to the address ${delivery.webhook}`] as const] : []),
    ...(delivery.folder ? [['folder', 'into the folder of this installation'] as const] : []),
  ];
  return ways.map(([way, to]) => {
    const sent = deliveries.filter((one) => one.way === way);
    const [newest] = sent;
    const last = sent.find(({ state }) => state === 'delivered');
    const problem = newest?.state === 'waiting' ? (newest.problem ?? undefined) : undefined;
    const status = !newest ? none : problem ? stuck : newest.state === 'waiting' ? waiting : arrived;
    return { way, to, status, arrivedAt: last?.deliveredAt ?? undefined, problem };
  });
}
