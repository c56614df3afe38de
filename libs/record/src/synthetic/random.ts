import { addDays, daysBetween } from '../local-date.ts';
import type { LocalDate } from '../local-date.ts';

/** Numbers that look random and are the same for the same seeds, on every machine (the sfc32 generator). */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** Different seeds, or the same seed with a different stream, give unrelated numbers. */
  constructor(seed: number, stream = 0) {
    this.a = mix(seed);
    this.b = mix(seed ^ mix(stream + 0x9e3779b9));
    this.c = mix(stream);
    for (let round = 0; round < 12; round++) this.bits();
  }

  private bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.fraction() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.fraction() * items.length)] as Item;
  }

  /** One of the items, each as often as its weight says. */
  weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item {
    let left = this.fraction() * items.reduce((sum, { weight }) => sum + weight, 0);
    return items.find(({ weight }) => (left -= weight) < 0) ?? this.pick(items);
  }

  digits(length: number): string {
    let digits = '';
    while (digits.length < length) digits += String(this.whole(0, 9));
    return digits;
  }

  /** A day from `from` to `to`, both included. */
  day(from: LocalDate, to: LocalDate): LocalDate {
    return addDays(from, this.whole(0, Math.max(0, daysBetween(from, to))));
  }
}

function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
