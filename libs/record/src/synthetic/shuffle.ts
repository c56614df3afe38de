import type { Random } from './random.ts';

/** People whose rows are being dealt out at the same time. */
const AT_ONCE = 300;
/** One person in this many keeps the last row for the end of the file. */
const KEPT_BACK = 50;
const MOST_KEPT_BACK = 2000;

/** Deals out the rows of many people so that nobody's stand together; each person's own stay in their order. */
export function* scattered<Row>(random: Random, people: Iterable<readonly Row[]>): Generator<Row> {
  const table: Row[][] = [];
  const keptBack: Row[] = [];
  const deal = function* (): Generator<Row> {
    const index = random.whole(0, table.length - 1);
    const hand = table[index] as Row[];
    const [row] = hand.splice(0, 1);
    if (hand.length === 0) {
      table[index] = table[table.length - 1] as Row[];
      table.pop();
    }
    if (row !== undefined) yield row;
  };
  for (const rows of people) {
    const hand = [...rows];
    const last =
      hand.length > 1 && keptBack.length < MOST_KEPT_BACK && random.whole(1, KEPT_BACK) === 1 ? hand.pop() : undefined;
    if (last !== undefined) keptBack.push(last);
    if (hand.length > 0) table.push(hand);
    while (table.length >= AT_ONCE) yield* deal();
  }
  while (table.length > 0) yield* deal();
  yield* keptBack;
}
