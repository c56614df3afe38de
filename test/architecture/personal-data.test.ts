import * as contract from '@clearance/contract';
import { personal, personalFields } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Names of fields under which a person's data has been answered. A new field of such a name is marked, or stands below. */
const TELLS =
  /^(?:.*[nN]ames?|cii|ssn|birth(?!Entered).*|.*[cC]aseNumbers?|offense|charged|comment|cells|sentences|text|detail|csv|stored|computed|reference|says|rowText)$/;

/** Fields of such a name that tell nothing of a person with a record, each with what they hold. */
const ofNobody: Readonly<Record<string, string>> = {
  // People who work for the county, and counties.
  ...{ 'me/name': 'a member', 'memberRow/name': 'a member', 'acceptInvitation/name': 'a member' },
  ...{
    'demoPerson/name': 'a member',
    'demoPerson/says': 'what a member does',
    'outboxMail/text': 'a mail to a member',
  },
  ...{ 'me/county/name': 'a county', 'countyRow/name': 'a county' },
  // Files, by the names under which they were sent.
  ...{ 'importRow/fileName': 'a file', 'importRow/files/name': 'a file', 'importRow/replaces/fileName': 'a file' },
  ...{ 'personView/fileName': 'a file', 'personView/parts/name': 'a file', 'personOverview/fileName': 'a file' },
  ...{ 'personOverview/parts/name': 'a file', 'personOverview/files/fileName': 'a file' },
  'auditExportRow/files/name': 'a file of the log',
  ...{ 'countySettings/officeName': 'an office', 'factRequest/reference': 'the number of a letter' },
  // Policies and the words in which they are written.
  ...{ 'convictionView/policyName': 'a policy', 'draftRow/name': 'a policy', 'draftRow/basedOn/name': 'a policy' },
  ...{ 'evaluationRow/policyName': 'a policy', 'policyRow/name': 'a policy', 'presetRow/name': 'a policy' },
  ...{
    'stats/policy/name': 'a policy',
    'vocabularyField/name': 'a word',
    'policyVocabulary/terms/fields/name': 'a word',
  },
  // Wordings of dispositions, each as often as it occurs.
  ...{ 'importRow/unknownDispositions/text': 'a wording', 'terms/unknown/text': 'a wording' },
  'importRow/balance/outside/says': 'why rows are outside the policy',
  // The log holds no personal data, and sentences of the product.
  ...{ 'auditEventRow/detail': 'figures and ids', 'auditEventView/detail': 'figures and ids' },
  ...{ 'auditLogState/alarm/says': 'a sentence', 'auditLogState/keys/text': 'a key', 'logAlarm/says': 'a sentence' },
  ...{ 'stats/checklist/says': 'a sentence', 'stats/logAlarm/says': 'a sentence', 'stats/problems/says': 'a sentence' },
};

type Leaf = readonly [path: string, marked: boolean];

/** Every field that holds a value, with whether it or what it stands in is marked. */
function leavesOf(schema: z.core.$ZodType, path: string, above: readonly z.core.$ZodType[] = []): Leaf[] {
  if (above.includes(schema)) return [];
  const marked = personalFields(schema as z.ZodType).some((place) => place.startsWith(': '));
  if (marked) return [[path, true]];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const inner = (one: z.core.$ZodType) => leavesOf(one, path, [...above, schema]);
  if (def.type === 'object')
    return Object.entries(def.shape).flatMap(([name, one]) => leavesOf(one, `${path}/${name}`, [...above, schema]));
  if (def.type === 'array') return inner(def.element);
  if (def.type === 'record') return inner(def.valueType);
  if (def.type === 'union') return def.options.flatMap(inner);
  if (def.type === 'pipe') return inner(def.out);
  if ('innerType' in def) return inner(def.innerType);
  return [[path, false]];
}

describe('the marks of personal data', () => {
  it('are found wherever a schema can hold a field', () => {
    const name = personal('name', z.string());
    const holders: readonly z.ZodType[] = [
      name,
      name.optional(),
      name.nullable(),
      name.readonly(),
      name.default('x'),
      z.array(name),
      z.record(z.string(), name),
      z.tuple([z.int(), name]),
      z.union([z.int(), name]),
      z.object({ a: z.object({ name }) }),
      z.object({ name }).extend({ b: z.int() }),
      z.object({ name, b: z.int() }).omit({ b: true }),
      z.object({ name }).partial(),
      z.intersection(z.object({ a: z.int() }), z.object({ name })),
      z.lazy(() => name),
      name.pipe(z.string()),
      name.transform((text) => text.length),
    ];
    for (const holder of holders) expect(personalFields(holder).length, holder.type).toBeGreaterThan(0);
    expect(personalFields(z.object({ name: z.string(), n: z.int() }))).toEqual([]);
  });

  const isAnswer = (name: string) => !/(?:Body|Filter|List|Query|Param|Change|Search|Format|Value)$/.test(name);
  const answers = Object.entries(contract).flatMap(([name, one]) =>
    one instanceof z.ZodType && isAnswer(name) ? [[name, one] as const] : [],
  );

  it('stand at every field of an answer whose name tells of a person, or it is said what else the field holds', () => {
    expect(answers.length).toBeGreaterThan(50);
    const leaves = answers.flatMap(([name, schema]) => leavesOf(schema, name));
    const unmarked = leaves.filter(([path, marked]) => !marked && TELLS.test(path.split('/').at(-1) ?? ''));
    expect([...new Set(unmarked.map(([path]) => path))].sort()).toEqual(Object.keys(ofNobody).sort());
    expect(leaves.filter(([, marked]) => marked).length).toBeGreaterThan(60);
  });
});
