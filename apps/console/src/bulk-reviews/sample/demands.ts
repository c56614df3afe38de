import { sampleSize, type Demand, type Sample } from '@clearance/contract';

const confidences = [0.95, 0.99] as const;
const shares = [0.05, 0.01, 0.005] as const;

/** A stricter demand, with how many would be drawn for it. */
export interface Offer extends Demand {
  readonly size: number;
  /** How many more that is than now. */
  readonly more: number;
}

type Standing = Pick<Sample, 'count' | 'overrides' | 'drawn' | 'confidence' | 'tolerated'>;

/** What more an approver can ask for, the smallest first; a sample never asks for less than it did. */
export function strongerThan({ count, overrides, drawn, confidence, tolerated }: Standing): readonly Offer[] {
  return confidences
    .flatMap((asked) => shares.map((share) => ({ confidence: asked, tolerated: share })))
    .filter((demand) => demand.confidence >= confidence && demand.tolerated <= tolerated)
    .map((demand) => ({ ...demand, size: sampleSize(count - overrides, demand) }))
    .map((offer) => ({ ...offer, more: offer.size - drawn }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => a.size - b.size || a.confidence - b.confidence);
}
