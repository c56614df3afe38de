import { sentenceOf, type ErrorCode, type Refusal } from '@clearance/contract';

/** A refusal that a person caused and can understand. Everything else that is thrown is a fault of ours. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>> | undefined;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly more: Pick<Refusal, 'moved' | 'parts'>;

  constructor(
    code: ErrorCode,
    details?: Record<string, string | number>,
    fields?: Record<string, string>,
    more: Pick<Refusal, 'moved' | 'parts'> = {},
  ) {
    super(sentenceOf(code, details));
    this.name = 'Refused';
    this.code = code;
    this.details = details;
    this.fields = fields;
    this.more = more;
  }
}
