import { z } from 'zod';
import { states } from '../lifecycle.ts';
import { uuid } from './list.ts';
import { personal } from '../personal.ts';

/** So many people are shown of a search; more are only counted. */
export const MOST_FOUND = 50;

/** `POST /api/people/search`: a body and no address, because what is typed names a person. */
export const peopleSearch = z.strictObject({ text: z.string().max(200) });
export type PeopleSearch = z.infer<typeof peopleSearch>;

export const searchKinds = ['identifier', 'number', 'name', 'name_and_number', 'name_and_birth'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A person who was found, identifiers masked. */
export const foundPerson = z.object({
  id: uuid,
  name: personal('name', z.string()),
  /** What other files call the person. */
  otherNames: personal('name', z.array(z.string())),
  /** `••••1234` */
  cii: personal('identifier', z.string()),
  birthYear: personal('birth', z.int().nullable()),
  /** `similar`: only alike: the name is misspelled, the number another one, or the birth date not known in full. */
  match: z.enum(['exact', 'beginning', 'similar']),
  /** Those that a policy looked at, without those that vanished from the newest file. */
  convictions: z.int(),
  states: z.partialRecord(z.enum(states), z.int()),
  /** A few case numbers of these convictions, those that were asked for first. */
  caseNumbers: personal('case', z.array(z.string())),
  /** The number that was asked for is in the history, but on no conviction that a policy looked at. */
  onOtherCase: z.boolean(),
  /** False where only an older file has the person. */
  inNewestFile: z.boolean(),
});
export type FoundPerson = z.infer<typeof foundPerson>;

export const peopleFound = z.object({
  kind: z.enum(searchKinds),
  people: z.array(foundPerson),
  /** How many there are in all; `people` holds at most `MOST_FOUND` of them, the best first. */
  total: z.int(),
  /** True while people of older files are still being prepared: somebody may be missing. */
  incomplete: z.boolean(),
});
export type PeopleFound = z.infer<typeof peopleFound>;
