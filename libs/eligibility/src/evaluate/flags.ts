import type { Flag } from '../determination.ts';
import { boundsOf } from '../fact.ts';
import { cannabis } from '../lists/cannabis.ts';
import { matchOffense } from '../lists/match.ts';
import { registrable } from '../lists/registrable.ts';
import { superStrike } from '../lists/super-strike.ts';
import type { Subject } from './subject.ts';

/** Proposition 64 took effect on the day after the election of 8 November 2016. */
const PROPOSITION_64 = '2016-11-09';

/** What a person should see beside the outcome; only what the record says for sure. */
export function flagsOf(subject: Subject): Flag[] {
  const { event, person } = subject;
  const flags: Flag[] = [];
  if (person.isListed(superStrike)) flags.push('super_strike');
  if (person.registrations.some(({ under290 }) => under290 === true) || person.isListed(registrable)) {
    flags.push('registered_290');
  }
  if (namesOtherP64(subject)) flags.push('other_p64_in_comment');
  const convicted = boundsOf(subject.date).low;
  if (convicted !== undefined && convicted >= PROPOSITION_64) flags.push('after_2016_11_09');
  if (person.deceased.state === 'known' && person.deceased.value) flags.push('deceased');
  const end = boundsOf(person.sentenceEndOf(event)).low;
  if (end !== undefined && end > subject.asOf) flags.push('serving');
  if (event.relief.state === 'known' && event.relief.value.how === 'ended') flags.push('already_relieved');
  if (event.relief.state === 'known' && event.relief.value.how === 'reduced') flags.push('reduced');
  if (event.count.offense !== event.count.charged) flags.push('plea_down');
  if (event.date.state === 'unknown' && event.writtenDate.state !== 'unknown') flags.push('dates_contradict');
  if (event.convicted.state === 'unknown') flags.push('disposition_unknown');
  if (event.courtCounty.state === 'unknown') flags.push('county_unknown');
  return flags;
}

/** A charge of HS 11357–11360 that only the comment names. */
function namesOtherP64({ event }: Subject): boolean {
  const charges = event.count.commentCharges;
  return charges !== undefined && matchOffense(cannabis, charges, event.date).result === true;
}
