import { canonicalJson } from '../canonical.ts';
import { wordsOf } from '../words/say-term.ts';
import type { Language, Words } from '../words/words.ts';
import { fieldDifferences, mergedOrder, type FieldDifference, type Said } from './field-differences.ts';
import { listDifferences } from './list-differences.ts';
import { movedAmong } from './moved-among.ts';
import type { Consequence, Policy, Rule } from './policy.ts';
import { conditionWords, consequenceWords, sentences } from './sentences.ts';

/** A part of a policy that is not the same in another one. A changed rule may also stand elsewhere: see its places. */
export interface PolicyPart {
  readonly part: 'about' | 'scope' | 'list' | 'rule' | 'otherwise';
  /** The id of a rule, the name of a list; otherwise the name of the part. */
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** The whole part as a sentence for people. */
  readonly before: string | null;
  readonly after: string | null;
  /** Of a rule: its place in the order in which rules are tried, from 1. */
  readonly placeBefore: number | null;
  readonly placeAfter: number | null;
  readonly fields: readonly FieldDifference[];
}

/** Plain JSON. */
export interface PolicyDifferences {
  readonly parts: readonly PolicyPart[];
}

/**
 * What one policy says differently from another, part by part: what it is about, its scope, its lists statute by
 * statute, its rules in the order in which they are tried, its otherwise. Nothing where they say the same.
 *
 * @param before, after policies as `validatePolicy` returns them
 */
export function policyDifferences(before: Policy, after: Policy, language: Language = 'en'): PolicyDifferences {
  const words = wordsOf(language);
  const about = single('about', [before, after], (one) => `${one.title} (${one.name} ${one.version})`, aboutOf);
  const scope = single('scope', [before, after], scopeSentence, (one) => scopeOf(one, words));
  const otherwise = single(
    'otherwise',
    [before, after],
    (one) => saidIn(one, language).get('otherwise') ?? '',
    ({ otherwise: { cite, legalBasis = '', then, title, ...noted } }) => ({
      ...{ title, ...leadsTo(then, words), citation: cite, 'legal basis': legalBasis, ...notesOf(noted) },
    }),
  );
  return {
    parts: [
      ...about,
      ...scope,
      ...listDifferences(before.lists, after.lists),
      ...ruleDifferences(before, after, language, words),
      ...otherwise,
    ],
  };
}

function single(
  part: 'about' | 'scope' | 'otherwise',
  [before, after]: readonly [Policy, Policy],
  sentence: (policy: Policy) => string,
  said: (policy: Policy) => Said,
): PolicyPart[] {
  const fields = fieldDifferences(said(before), said(after));
  if (fields.length === 0) return [];
  const places = { placeBefore: null, placeAfter: null };
  return [{ part, id: part, change: 'changed', before: sentence(before), after: sentence(after), ...places, fields }];
}

function aboutOf({ jurisdiction, legalBasis, name, title, version, ...noted }: Policy): Said {
  return { title, name, version, jurisdiction, 'legal basis': legalBasis, ...notesOf(noted) };
}

function notesOf({ confirm = '', confirmEs = '' }: Pick<Policy, 'confirm' | 'confirmEs'>): Said {
  return { 'to confirm': confirm, 'to confirm in Spanish': confirmEs };
}

function scopeOf({ lists, scope }: Policy, words: Words): Said {
  return {
    statutes: lists[scope.statutes]?.title ?? scope.statutes,
    list: scope.statutes,
    county: scope.county,
    'set aside before': words.setAside[scope.setAside ?? 'out_of_scope'],
  };
}

function scopeSentence(policy: Policy): string {
  const { lists, scope } = policy;
  const statutes = lists[scope.statutes]?.title ?? scope.statutes;
  const { county } = scope;
  return `The ${statutes}, in ${county === 'any' ? 'any county' : county}.`;
}

/** Every sentence by the rule that it says. */
const saidIn = (policy: Policy, language: Language): ReadonlyMap<string, string> =>
  new Map(sentences(policy, language).map(({ ruleId, sentence }) => [ruleId, sentence]));

function leadsTo(then: Consequence, words: Words): Said {
  return { outcome: consequenceWords(then, words) };
}

function ruleSaid(policy: Policy, rule: Rule, words: Words): Said {
  return {
    title: rule.title,
    condition: conditionWords(policy, rule.when, false, words),
    ...leadsTo(rule.then, words),
    citation: rule.cite,
    'legal basis': rule.legalBasis ?? '',
    'in force from': rule.effective?.from ?? '',
    'in force until': rule.effective?.to ?? '',
    ...notesOf(rule),
  };
}

function ruleDifferences(before: Policy, after: Policy, language: Language, words: Words): PolicyPart[] {
  const [idsBefore, idsAfter] = [before.rules.map(({ id }) => id), after.rules.map(({ id }) => id)];
  const moved = movedAmong(idsBefore, idsAfter);
  const [sentencesBefore, sentencesAfter] = [saidIn(before, language), saidIn(after, language)];
  const partOf = (id: string): PolicyPart[] => {
    const [at, to] = [idsBefore.indexOf(id), idsAfter.indexOf(id)];
    const [old, now] = [before.rules[at], after.rules[to]];
    const isSame = old && now && canonicalJson(old) === canonicalJson(now);
    if (isSame && !moved.has(id)) return [];
    const change = !old ? 'added' : !now ? 'removed' : isSame ? 'moved' : 'changed';
    const [saidBefore, saidAfter] = [old ? ruleSaid(before, old, words) : {}, now ? ruleSaid(after, now, words) : {}];
    return [
      {
        ...{ part: 'rule', id, change },
        before: old ? (sentencesBefore.get(id) ?? '') : null,
        after: now ? (sentencesAfter.get(id) ?? '') : null,
        placeBefore: old ? at + 1 : null,
        placeAfter: now ? to + 1 : null,
        fields: fieldDifferences(saidBefore, saidAfter),
      },
    ];
  };
  return mergedOrder(idsBefore, idsAfter).flatMap(partOf);
}
