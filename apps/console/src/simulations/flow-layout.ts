import type { SimulationRow } from '@clearance/contract';
import type { Outcome } from '../ui/words.ts';

type Result = NonNullable<SimulationRow['result']>;

/** How many convictions go from one outcome to another; the same on both sides where they stay. */
export interface FlowCount {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly convictions: number;
}

/** The outcomes in the order of every list and picture. */
export const outcomeOrder: readonly Outcome[] = [
  'dismiss',
  'reduce',
  'refer',
  'needs_review',
  'not_eligible',
  'out_of_scope',
];

/** Every conviction once: those that move from outcome to outcome, and those that keep theirs. */
export function allFlows({
  before,
  flows,
}: {
  readonly before: Pick<Result['before'], 'byOutcome'>;
  readonly flows: readonly FlowCount[];
}): readonly FlowCount[] {
  const moving = flows.filter(({ from, to }) => from !== to);
  const staying = outcomeOrder.map((outcome) => {
    const leaving = moving
      .filter(({ from }) => from === outcome)
      .reduce((sum, { convictions }) => sum + convictions, 0);
    return { from: outcome, to: outcome, convictions: Math.max(0, before.byOutcome[outcome] - leaving) };
  });
  return [...staying, ...moving].filter(({ convictions }) => convictions > 0);
}

/** A bar at the left or right edge of the picture. */
export interface FlowNode {
  readonly outcome: Outcome;
  readonly count: number;
  readonly y: number;
  readonly height: number;
}

/** A band from a left bar to a right one; `from` and `to` are the tops of its ends. */
export interface FlowBand extends FlowCount {
  readonly fromY: number;
  readonly toY: number;
  readonly height: number;
}

export interface FlowPicture {
  readonly left: readonly FlowNode[];
  readonly right: readonly FlowNode[];
  readonly bands: readonly FlowBand[];
  readonly height: number;
}

const gap = 26;
/** A bar is never thinner than its words need to stand apart from the next. */
const least = 3;

/**
 * Where everything stands in a picture whose bars have `size` units of height together.
 * @param flows as `allFlows` answers them
 */
export function flowPicture(flows: readonly FlowCount[], size: number): FlowPicture {
  const total = flows.reduce((sum, { convictions }) => sum + convictions, 0);
  const scale = total === 0 ? 0 : size / total;
  const left = nodesOf(flows, 'from', scale);
  const right = nodesOf(flows, 'to', scale);
  const filled = { left: new Map<Outcome, number>(), right: new Map<Outcome, number>() };
  const ordered = [...flows].sort(
    (a, b) =>
      outcomeOrder.indexOf(a.from) - outcomeOrder.indexOf(b.from) ||
      outcomeOrder.indexOf(a.to) - outcomeOrder.indexOf(b.to),
  );
  const topOf = (nodes: readonly FlowNode[], side: Map<Outcome, number>, outcome: Outcome, height: number) => {
    const used = side.get(outcome) ?? 0;
    side.set(outcome, used + height);
    return (nodes.find((node) => node.outcome === outcome)?.y ?? 0) + used;
  };
  const bands = ordered.map((flow) => {
    const height = flow.convictions * scale;
    return {
      ...flow,
      height,
      fromY: topOf(left, filled.left, flow.from, height),
      toY: topOf(right, filled.right, flow.to, height),
    };
  });
  const bottom = (nodes: readonly FlowNode[]) => Math.max(0, ...nodes.map(({ y, height }) => y + height));
  return { left, right, bands, height: Math.max(bottom(left), bottom(right)) };
}

function nodesOf(flows: readonly FlowCount[], side: 'from' | 'to', scale: number): readonly FlowNode[] {
  let y = 0;
  return outcomeOrder.flatMap((outcome) => {
    const count = flows.filter((flow) => flow[side] === outcome).reduce((sum, { convictions }) => sum + convictions, 0);
    if (count === 0) return [];
    const node = { outcome, count, y, height: Math.max(least, count * scale) };
    y += node.height + gap;
    return [node];
  });
}
