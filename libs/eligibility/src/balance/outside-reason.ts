/** Why a policy does not speak of a row, in the order in which people are told. */
export const outsideReasons = [
  'other_county',
  'other_offense',
  'same_count',
  'same_conviction',
  'later_step',
  'already_relieved',
  'not_convicted',
  'pending',
  'arrest',
  'not_court',
  'policy_rule',
] as const;

export type OutsideReason = (typeof outsideReasons)[number];

/** The same for people. */
export const outsideReasonTexts: Readonly<Record<OutsideReason, string>> = {
  other_county: 'a conviction or charge in another county',
  other_offense: 'not a covered offense',
  same_count: 'another row of a count that is answered on its own row',
  same_conviction: 'the same conviction, reported again and answered on another row',
  later_step: 'a later entry about a count that has its own row',
  already_relieved: 'a later order already took the conviction away',
  not_convicted: 'the count did not end in a conviction',
  pending: 'no disposition yet: the count is still open',
  arrest: 'an arrest or citation, not a conviction',
  not_court: 'a custody, registration or other row about a count that has a court row',
  policy_rule: 'a rule of the policy puts it out of scope',
};
