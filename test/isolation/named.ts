import { randomBytes, randomUUID } from 'node:crypto';

/** The values by which somebody could ask for things of a county. */
export interface Named {
  readonly county: string;
  readonly member: string;
  readonly email: string;
  readonly invitation: string;
  readonly token: string;
  readonly work: string;
  readonly import: string;
  readonly waiting: string;
  readonly policy: string;
  readonly evaluated: string;
  readonly recommended: string;
  readonly person: string;
  readonly caseNumber: string;
  readonly court: string;
  readonly bulkReview: string;
  readonly sample: string;
  readonly sampled: string;
  readonly requestKey: string;
  readonly digest: string;
  readonly export: string;
  readonly draft: string;
  readonly simulation: string;
  readonly determination: string;
  readonly policyDigest: string;
  readonly annotated: string;
  readonly courtList: string;
  readonly sequence: number;
}

/** The same kinds of values, of things that exist nowhere. */
export const absent = (): Named => {
  const id = randomUUID;
  return {
    ...{ county: id(), member: id(), invitation: id(), work: id(), import: id(), waiting: id(), policy: id() },
    ...{ draft: id(), simulation: id(), determination: id(), policyDigest: randomBytes(32).toString('hex') },
    ...{ evaluated: id(), recommended: id(), person: id(), bulkReview: id(), export: id(), annotated: id() },
    courtList: id(),
    ...{ sample: id(), sampled: id(), sequence: 999_999_999 },
    ...{ email: `${id()}@nowhere.example`, caseNumber: 'NO-SUCH-CASE', court: 'NO SUCH COURT', requestKey: id() },
    ...{ digest: randomBytes(32).toString('hex'), token: randomBytes(32).toString('base64url') },
  };
};
