import type { CheckpointDelivery } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { deliveriesInWords } from './delivery-words.ts';

const at = '2026-11-22T10:00:00.000Z';
const one = (more: Partial<CheckpointDelivery>): CheckpointDelivery => ({
  ...{ size: 10, way: 'webhook', target: 'https://a.example', state: 'delivered', attempts: 1, problem: null },
  ...{ madeAt: at, deliveredAt: at },
  ...more,
});
const delivery = { email: null, webhook: 'https://a.example', folder: false };

describe('where checkpoints are sent', () => {
  it('names no place while none is set up', () => {
    const nowhere = { email: null, webhook: null, folder: false };
    expect(deliveriesInWords({ delivery: nowhere, deliveries: [one({})] })).toEqual([]);
  });
  it('says when the newest one arrived', () => {
    expect(deliveriesInWords({ delivery, deliveries: [one({})] })).toMatchObject([
      { status: { word: 'Arrived' }, arrivedAt: at, problem: undefined },
    ]);
  });
  it('says that they do not arrive, why, and when the last one did', () => {
    const deliveries = [
      one({ size: 20, state: 'waiting', problem: 'It answered 500.', deliveredAt: null }),
      one({ size: 15, state: 'superseded', deliveredAt: null }),
      one({}),
    ];
    expect(deliveriesInWords({ delivery, deliveries })).toMatchObject([
      { status: { word: 'Does not arrive' }, arrivedAt: at, problem: 'It answered 500.' },
    ]);
  });
  it('keeps the ways apart', () => {
    const both = { ...delivery, email: 'log@a.example' };
    expect(deliveriesInWords({ delivery: both, deliveries: [one({})] }).map(({ status }) => status.word)).toEqual([
      'None sent yet',
      'Arrived',
    ]);
  });
});
