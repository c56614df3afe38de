import { SetMetadata, StreamableFile } from '@nestjs/common';
import type { AuditDetail } from '@clearance/audit';
import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/in-county.ts';

/** What a route answers: a schema of the contract, nothing of its own, or a file and whether it names people. */
export type Answered = z.ZodType | 'nothing' | 'a file of people' | 'a file of nobody';
export const ANSWERS = 'clearance:answers';
export const READS = 'clearance:reads';

/** A value as a use case may hold it before it is JSON: lists and fields that cannot be changed, and dates. */
type Told<T> = T extends string
  ? T | Date
  : T extends readonly (infer U)[]
    ? readonly Told<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Told<T[K]> }
      : T;

type MethodAnswering<T> = <M extends (...given: never[]) => Told<T> | Promise<Told<T>>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<M>,
) => void;

/** Declares what a route answers; the compiler holds the method to it. A route that declares nothing stops the boot. */
export const Answers = <T>(schema: z.ZodType<T>): MethodAnswering<T> => SetMetadata(ANSWERS, schema);

/** Declares that a route answers nothing, or figures of the process that no county has. */
export const AnswersNothing = () => SetMetadata(ANSWERS, 'nothing' satisfies Answered);

/** Declares what the events of a stream hold. */
export const AnswersEvents = (schema: z.ZodType) => SetMetadata(ANSWERS, schema);

/** Declares that a route answers a file, and whether it names people with a record. Nothing else answers one. */
export const AnswersFile = (of: 'people' | 'nobody'): MethodAnswering<StreamableFile> =>
  SetMetadata(ANSWERS, `a file of ${of}` satisfies Answered);

/** What was asked, as it came over the network. */
export interface Asked {
  readonly ctx: Ctx;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Whose data an answer holds: opaque ids of people, or marks of rows that belong to nobody known. */
export interface ReadOf {
  readonly people: readonly string[];
  /** What the entry says beside the number of people. */
  readonly told?: Readonly<Record<string, number>>;
}

/** The set that somebody asked for, in words without personal data; `digests` are put under the county's key. */
export interface SetAsked {
  readonly detail?: AuditDetail;
  readonly digests?: Readonly<Record<string, string>>;
}

/** How a route that answers personal data tells the log of it. */
export interface Reading<T = unknown> {
  readonly action: string;
  readonly target: (asked: Asked) => { readonly type: string; readonly id: string };
  readonly set?: (asked: Asked) => SetAsked;
  readonly of: (answer: T, asked: Asked, tx: Tx) => ReadOf | Promise<ReadOf>;
  /** Every answer has an entry, also the same one again within a few minutes: something else rests on the entry. */
  readonly always?: true;
  /** The act of the route whose own entry names the same set. Where the act wrote none, the reading writes its own. */
  readonly unless?: readonly string[];
}

/** Declares whose data a route answers and how the log tells of it. Each answer is on the log before it is sent. */
export const Reads = <T>(reading: Reading<T>): MethodAnswering<T> => SetMetadata(READS, reading);
