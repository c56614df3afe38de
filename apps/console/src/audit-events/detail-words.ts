import type { AuditEventRow } from '@clearance/contract';
import { number } from '../ui/format.ts';
import { capital, plainWords } from './past-tense.ts';

/** A small fact of an act, to be read. */
export interface DetailWord {
  readonly label: string;
  readonly value: string;
  /** Ids and checksums belong under the technical details. */
  readonly technical: boolean;
}

/** Facts whose values are codes of the product, not words of the office. */
const codes: ReadonlySet<string> = new Set(['digest', 'preset', 'root', 'rule', 'sha256', 'csvSha256', 'jsonlSha256']);
const opaque = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,}|[A-Za-z0-9+/_-]{40,}=*)$/;

function valueOf(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return number(value);
  return /^[a-z]+(?:_[a-z]+)*$/.test(value) ? plainWords(value) : value;
}

/** The facts that an entry carries, in words: `{ expectedCount: 412 }` → `Expected count`, `412`. */
export const detailWords = (detail: AuditEventRow['detail']): readonly DetailWord[] =>
  Object.entries(detail)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({
      label: capital(plainWords(key)),
      value: valueOf(value),
      technical: codes.has(key) || (typeof value === 'string' && opaque.test(value)),
    }));
