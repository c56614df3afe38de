import type { Determination } from '@clearance/contract';
import { humanized } from '../convictions/flag-words.ts';

export type UnknownFact = Determination['unknownFacts'][number];

interface FactWords {
  readonly name: string;
  /** What a person would look for, with its full stop. */
  readonly settledBy: string;
}

const words: Readonly<Record<string, FactWords>> = {
  offense: { name: 'The offense', settledBy: 'The complaint or the minute order of the case names the section.' },
  severity: {
    name: 'The severity',
    settledBy: 'The court’s minute order or docket says felony, misdemeanor or infraction.',
  },
  conviction_date: { name: 'The date of conviction', settledBy: 'The court’s docket has the day.' },
  birth_date: { name: 'The date of birth', settledBy: 'The booking sheet or the court’s file has the date.' },
  disposition: { name: 'The disposition', settledBy: 'The court’s docket says how the count ended.' },
  county: {
    name: 'The county of the court',
    settledBy: 'The court named in the file, or its case number, tells the county.',
  },
  relief: {
    name: 'Whether relief was granted already',
    settledBy: 'The court’s docket shows later orders in the case.',
  },
  sentence: { name: 'The sentence', settledBy: 'The judgment, or the probation or prison record, says when it ended.' },
  agency: {
    name: 'Who prosecuted',
    settledBy:
      'The complaint names the prosecutor; the county’s list of who prosecutes whose arrests answers it for all.',
  },
  registration: {
    name: 'The registration',
    settledBy: 'The registration notice says under which section it was required.',
  },
  other_convictions: {
    name: 'The other convictions',
    settledBy: 'The dockets of the cases named here say what they were for and how they ended.',
  },
  offense_date: { name: 'The date of the offense', settledBy: 'The complaint or the police report has the day.' },
  amount: { name: 'The amount', settledBy: 'The police report or the laboratory’s report has the weight.' },
  other_charges: { name: 'The other charges of the case', settledBy: 'The complaint lists every charge of the case.' },
  identity: {
    name: 'Whether it is this person’s',
    settledBy: 'Somebody entered that this conviction is another person’s. Compare fingerprints or the booking photo.',
  },
  unread_row: {
    name: 'What an unread row says',
    settledBy: 'The original file, or the state’s own record of the person, shows what the row says.',
  },
  open_case: { name: 'Whether a case is still open', settledBy: 'The court’s docket says whether the case has ended.' },
};

/** A missing fact as a person would ask for it. */
export const factWord = (fact: string): string => words[fact]?.name ?? humanized(fact);

/** Where a missing fact can be found, in a sentence; undefined for one that this version of the console does not know. */
export const settledBy = (fact: string): string | undefined => words[fact]?.settledBy;
