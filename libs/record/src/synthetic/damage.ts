import type { RejectReason } from '../reading/batch.ts';
import type { Random } from './random.ts';

/** Stands for bytes that are no UTF-8 until the line becomes bytes; a private character that no cell holds. */
export const BROKEN = '\ue000';

interface Way {
  readonly weight: number;
  readonly reason: RejectReason;
  readonly damage: (line: string) => string;
}

const WAYS: readonly Way[] = [
  { weight: 20, reason: 'wrong_width', damage: (line) => line.slice(0, line.lastIndexOf(',')) },
  { weight: 15, reason: 'wrong_width', damage: (line) => `${line},,` },
  { weight: 20, reason: 'stray_quote', damage: (line) => line.replace('MATCHED', 'MAT"CHED') },
  { weight: 10, reason: 'unclosed_quote', damage: (line) => `${line.slice(0, -3)}"EOR` },
  { weight: 20, reason: 'wrong_count_order', damage: (line) => line.replace(/,(\d{9})000,/, ',$1,') },
  { weight: 10, reason: 'invalid_bytes', damage: (line) => line.replace('CRIMINAL', `CRIM${BROKEN}NAL`) },
  { weight: 5, reason: 'control_character', damage: (line) => line.replace('CRIMINAL', 'CRIM\u0007NAL') },
  { weight: 5, reason: 'nul_byte', damage: (line) => line.replace('CRIMINAL', 'CRIM\0NAL') },
  { weight: 5, reason: 'missing_person', damage: (line) => line.replace(/,PII>>,A\d{8},/, ',PII>>,,') },
  { weight: 0.3, reason: 'too_long', damage: (line) => line.replace('CRIMINAL', 'CRIMINAL'.padEnd(70_000, ' X')) },
];

/** A double of the line, damaged in one way. The line has CNT_ORDER and is of this generator's making. */
export function damaged(random: Random, line: string): { text: string; reason: RejectReason } {
  const { reason, damage } = random.weighted(WAYS);
  return { text: damage(line), reason };
}
