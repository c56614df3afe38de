import type { ListEntry, StatuteList } from '../lists/statute-list.ts';
import type { PolicyPart } from './differences.ts';
import { fieldDifferences, mergedOrder, type FieldDifference, type Said } from './field-differences.ts';

type Lists = Readonly<Record<string, StatuteList>>;

/** The lists that are not the same, each as its statutes that came and went. */
export function listDifferences(before: Lists, after: Lists): PolicyPart[] {
  const partOf = (name: string): PolicyPart[] => {
    const [old, now] = [before[name], after[name]];
    const fields = [
      ...fieldDifferences(old ? aboutList(old) : {}, now ? aboutList(now) : {}),
      ...entryDifferences(old, now),
    ];
    if (fields.length === 0) return [];
    const change = !old ? 'added' : !now ? 'removed' : 'changed';
    const places = { placeBefore: null, placeAfter: null };
    return [{ part: 'list', id: name, change, before: sentenceOf(old), after: sentenceOf(now), ...places, fields }];
  };
  // Sorted, since a stored policy does not keep the order in which its lists were written.
  return mergedOrder(Object.keys(before).sort(), Object.keys(after).sort()).flatMap(partOf);
}

function sentenceOf(list: StatuteList | undefined): string | null {
  if (!list) return null;
  const pairs = list.pairs?.length ?? 0;
  const many = `${list.entries.length} ${list.entries.length === 1 ? 'statute' : 'statutes'}`;
  return `${list.title}: ${many}${pairs === 0 ? '' : ` and ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}`}`;
}

const INCHOATE = { counts: 'count', does_not_count: 'do not count', unclear: 'are unclear' } as const;

function aboutList(list: StatuteList): Said {
  const { accessories, asOf, attempts, cite, confirm = '', conspiracies, title, titleEs = '' } = list;
  return {
    title,
    'title in Spanish': titleEs,
    citation: cite,
    'checked against the law': asOf,
    attempts: INCHOATE[attempts],
    conspiracies: INCHOATE[conspiracies],
    accessories: INCHOATE[accessories],
    'to confirm': confirm,
  };
}

/** One line per statute or pair that only one side has; what a statute says besides belongs to it. */
function entryDifferences(old: StatuteList | undefined, now: StatuteList | undefined): FieldDifference[] {
  const byName = (list: StatuteList | undefined): Said => ({
    ...Object.fromEntries((list?.entries ?? []).map((entry) => [`${entry.statute} ${entry.from ?? ''}`, said(entry)])),
    ...Object.fromEntries(
      (list?.pairs ?? []).map(({ enhancement, offenses }) => [
        `pair ${enhancement}`,
        `${enhancement} with ${offenses.join(', ')}`,
      ]),
    ),
  });
  return fieldDifferences(byName(old), byName(now)).map((one) => ({
    ...one,
    field: one.field.startsWith('pair ') ? 'pair' : 'statute',
  }));
}

function said({ attempts, exactly, from, may, nowKnownAs, statute, to }: ListEntry): string {
  return [
    statute,
    ...(exactly ? ['written just so'] : []),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`until ${to}`]),
    ...(nowKnownAs === undefined ? [] : [`now ${nowKnownAs}`]),
    ...(attempts === undefined ? [] : [`attempts ${INCHOATE[attempts]}`]),
    ...(may === undefined ? [] : [`unclear: ${may}`]),
  ].join(', ');
}
