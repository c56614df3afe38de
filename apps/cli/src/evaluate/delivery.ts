import type { Batch, PersonColumn } from '@clearance/record';
import { readBatches, type InputFile } from './input-file.ts';

/**
 * The files that are evaluated together, in their order. Their lines are numbered as if they were one file, so that a line
 * names one row of the delivery; whatever people read says the file, and the line in it.
 */
export type Delivery = readonly InputFile[];

/** One file of a delivery, and how much of the delivery comes before it. */
export interface Part {
  readonly file: string;
  readonly linesBefore: number;
  readonly bytesBefore: number;
  /** Whether it is the whole delivery. */
  readonly isAlone: boolean;
}

export const firstPart = (delivery: Delivery): Part => ({
  file: delivery[0]?.path ?? '',
  linesBefore: 0,
  bytesBefore: 0,
  isAlone: delivery.length === 1,
});

/** The part that follows one of so many lines. */
export const partAfter = (part: Part, lines: number, { size }: InputFile, next: InputFile | undefined): Part => ({
  file: next?.path ?? '',
  linesBefore: part.linesBefore + lines,
  bytesBefore: part.bytesBefore + size,
  isAlone: false,
});

export const sizeOf = (delivery: Delivery): number => delivery.reduce((sum, { size }) => sum + size, 0);

/** Which of the parts a line is of, by number. */
export const partOf = (parts: readonly Part[], line: number): number =>
  parts.findLastIndex(({ linesBefore }) => linesBefore < line);

/** Where lines stand, as people are told: `12` in a delivery of one file, `in2.dat:12` in one of several. */
export function placeIn(parts: readonly Part[]): (line: number) => string {
  return (line) => {
    const part = parts.findLast(({ linesBefore }) => linesBefore < line);
    return !part || part.isAlone ? String(line) : `${part.file}:${line - part.linesBefore}`;
  };
}

/** The rows of a delivery, piece by piece; their lines go on from one file to the next. */
export async function* readDelivery(
  delivery: Delivery,
  person: PersonColumn,
): AsyncGenerator<Batch & { readonly part: Part }, void, undefined> {
  let part = firstPart(delivery);
  for (const [index, input] of delivery.entries()) {
    let line = part.linesBefore;
    for await (const batch of readBatches(input, person, part.linesBefore)) {
      line = batch.line;
      yield { ...batch, part };
    }
    part = partAfter(part, line - part.linesBefore, input, delivery[index + 1]);
  }
}
