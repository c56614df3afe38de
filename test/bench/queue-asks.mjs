/** What the console offers to narrow and order the queue by, each with a value that occurs in the county. */
const WAITING = {
  state: ['evaluated', 'returned', 'needs_facts'],
  outcome: ['dismiss', 'reduce', 'not_eligible', 'needs_review', 'refer'],
};
const SORTS = ['date', 'section', 'severity', 'court', 'state', 'since', 'name', 'caseNumber', 'reason'];
const FACETS = ['outcome', 'section', 'severity', 'ruleId', 'decade', 'court', 'flag'];

/** Every filter with the order of the table, every order with the filter that the queue opens with, and a page far down. */
export function asksOf(facets, { caseNumber, reason }) {
  const common = (key) => facets[key][Math.min(1, facets[key].length - 1)]?.value;
  const filters = [
    WAITING,
    {},
    ...FACETS.filter((key) => common(key) !== undefined).map((key) => ({ ...WAITING, [key]: [common(key)] })),
    { ...WAITING, notFlag: [common('flag') ?? 'none'] },
    { ...WAITING, reason: [reason] },
    { ...WAITING, q: caseNumber.slice(0, 3) },
    { ...WAITING, changed: true },
    { ...WAITING, mine: false },
    { state: ['recommended'] },
    { state: ['recommended', 'returned', 'approved'], mine: true },
    { decision: ['dismiss'] },
  ];
  const ask = (filter, sort = ['since', 'ASC'], range = [0, 24]) => ({ filter, sort, range });
  return [
    ...filters.map((filter) => ask(filter)),
    ...SORTS.flatMap((sort) => [ask(WAITING, [sort, 'ASC']), ask(WAITING, [sort, 'DESC'])]),
    ask(WAITING, ['date', 'DESC'], [1000, 1024]),
  ];
}
