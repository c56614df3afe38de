import { at } from './json-path.ts';
import type { Policy } from './policy.ts';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);

function isCondition(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const group of ['all', 'any']) {
    const parts = at(value, [group]);
    if (parts !== undefined) return isListOf(parts, isCondition);
  }
  const denied = at(value, ['not']);
  return denied === undefined ? typeof at(value, ['term']) === 'string' : isCondition(denied);
}

const isRule = (value: unknown): boolean =>
  typeof at(value, ['id']) === 'string' && isCondition(at(value, ['when'])) && isObject(at(value, ['then']));

/**
 * Whether a form can show a draft: its parts are where they belong. What they say may still be wrong; a draft that
 * another program saved may be anything.
 */
export function isEditable(body: unknown): body is Policy {
  const lists = at(body, ['lists']);
  return (
    isObject(at(body, ['scope'])) &&
    isListOf(at(body, ['rules']), isRule) &&
    isObject(at(body, ['otherwise', 'then'])) &&
    isObject(lists) &&
    Object.values(lists as object).every((list) => isListOf(at(list, ['entries']), isObject))
  );
}
