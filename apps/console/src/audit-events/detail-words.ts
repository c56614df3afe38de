import { decisions, outcomes, type AuditEventRow } from '@clearance/contract';
import { bytes, calendarDate, number } from '../ui/format.ts';
import { decisionWords, outcomeWords } from '../ui/words.ts';
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
const labels: Readonly<Record<string, string>> = {
  outcome: 'Determination',
  bytes: 'Size',
  why: 'Why refused',
  decisions: 'Where each conviction stands',
  terms: 'Words and agencies',
};

function valueOf(key: string, value: string | number | boolean): string {
  if (key === 'decisions') return value === true ? 'In the file' : 'Left out';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (key === 'terms') return value === 0 ? 'As they came with Clearance' : `Version ${value}`;
  if (typeof value === 'number') return key === 'bytes' ? bytes(value) : number(value);
  const decision = key === 'decision' ? decisions.find((name) => name === value) : undefined;
  if (decision) return decisionWords[decision].word;
  const outcome = key === 'outcome' ? outcomes.find((name) => name === value) : undefined;
  if (outcome) return outcomeWords[outcome].word;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return calendarDate(value);
  return /^[a-z]+(?:_[a-z]+)*$/.test(value) ? capital(plainWords(value)) : value;
}

/** The facts that an entry carries, in words: `{ expectedCount: 412 }` → `Expected count`, `412`. */
export const detailWords = (detail: AuditEventRow['detail']): readonly DetailWord[] =>
  Object.entries(detail)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => {
      const technical = codes.has(key) || (typeof value === 'string' && opaque.test(value));
      // Codes and checksums stay letter for letter what they are.
      return {
        label: labels[key] ?? capital(plainWords(key)),
        value: technical ? String(value) : valueOf(key, value),
        technical,
      };
    });
