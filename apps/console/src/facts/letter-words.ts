import type { FactRequest } from '@clearance/contract';

type Signed = Pick<FactRequest, 'reference' | 'sender'>;

/** Where to answer, and with what: `Please answer to … and quote FR-1A2B3C4D.` */
export function answerWords({ reference, sender: { address, contact } }: Signed): string {
  const where = [address.replaceAll(/\s*\n\s*/g, ', '), contact].filter((part) => part !== '').join(', or ');
  return where === ''
    ? `Please quote ${reference} in your answer.`
    : `Please answer to ${where}, and quote ${reference}.`;
}

/** What the settings of the county lack for a letter. */
export function lackingIn({ sender: { address, contact, office } }: Signed): readonly string[] {
  return [
    ...(office === '' ? ['the name of the office'] : []),
    ...(address === '' ? ['its address'] : []),
    ...(contact === '' ? ['a telephone number or mail address for the answer'] : []),
  ];
}
