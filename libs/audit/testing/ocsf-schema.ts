import schema from './ocsf-1.7.0.json' with { type: 'json' };

type Attribute = {
  readonly requirement: string;
  readonly type: string;
  readonly is_array?: boolean;
  readonly enum?: Readonly<Record<string, string>>;
  readonly sibling?: string;
};
type Described = {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly at_least_one?: readonly string[];
};
type Value = Readonly<Record<string, unknown>>;

const objects: Readonly<Record<string, Described>> = schema.objects;
const classes: Readonly<Record<string, (typeof schema.classes)[keyof typeof schema.classes]>> = schema.classes;

/** What the published schema finds wrong with an event, each with its path; none where it is valid. */
export function ocsfProblems(event: object): string[] {
  const value = event as Value;
  const uid = value['class_uid'];
  const found = classes[String(uid)];
  if (!found || typeof uid !== 'number') return [`class_uid: no class ${String(uid)}`];
  const { name, category, activities } = found;
  const [categoryUid, categoryName] = category as [number, string];
  const activity = Number(value['activity_id']);
  const is = (only: number, caption: string) => ({ enum: { [only]: caption } });
  const base: Readonly<Record<string, Attribute>> = schema.base.attributes;
  const fixed: Readonly<Record<string, Partial<Attribute>>> = {
    class_uid: is(uid, name),
    category_uid: is(categoryUid, categoryName),
    activity_id: { enum: activities },
    type_uid: is(
      uid * 100 + activity,
      `${name}: ${(activities as Readonly<Record<string, string>>)[activity] ?? 'no such activity'}`,
    ),
  };
  const attributes: Record<string, Attribute> = { ...base, ...found.attributes };
  for (const [key, more] of Object.entries(fixed)) attributes[key] = { ...(base[key] as Attribute), ...more };
  const constraint = 'at_least_one' in found ? { at_least_one: found.at_least_one } : {};
  const version = (value['metadata'] as Value | undefined)?.['version'];
  return [
    ...problemsOf(value, { attributes, ...constraint }, ''),
    ...(version === schema.version ? [] : [`metadata.version: ${String(version)}`]),
    // An event of another kind than the schema names says which.
    ...(activity === 99 && !value['activity_name'] ? ['activity_name: is missing for Other'] : []),
  ];
}

function problemsOf(value: Value, { attributes, at_least_one }: Described, path: string): string[] {
  const problems: string[] = [];
  for (const [key, { requirement }] of Object.entries(attributes)) {
    if (requirement === 'required' && value[key] === undefined) problems.push(`${path}${key}: is missing`);
  }
  if (at_least_one && !at_least_one.some((key) => value[key] !== undefined)) {
    problems.push(`${path}: has none of ${at_least_one.join(', ')}`);
  }
  for (const [key, inner] of Object.entries(value)) {
    const attribute = attributes[key];
    if (inner === undefined) continue;
    if (!attribute) problems.push(`${path}${key}: no such attribute`);
    else problems.push(...attributeProblems(inner, attribute, value, `${path}${key}`));
  }
  return problems;
}

function attributeProblems(inner: unknown, attribute: Attribute, around: Value, path: string): string[] {
  if (attribute.is_array) {
    if (!Array.isArray(inner)) return [`${path}: is no list`];
    return inner.flatMap((one, at) => valueProblems(one, attribute.type, `${path}[${at}]`));
  }
  const problems = valueProblems(inner, attribute.type, path);
  if (attribute.enum === undefined) return problems;
  const caption = attribute.enum[String(inner)];
  if (caption === undefined) return [...problems, `${path}: ${String(inner)} is not in the enum`];
  const sibling = around[attribute.sibling ?? ''];
  if (inner !== 99 && sibling !== undefined && sibling !== caption)
    problems.push(`${path}: is not ${JSON.stringify(sibling)}`);
  return problems;
}

function valueProblems(value: unknown, type: string, path: string): string[] {
  const described = objects[type];
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (described) return isObject ? problemsOf(value as Value, described, `${path}.`) : [`${path}: is no object`];
  const fits =
    type === 'string'
      ? typeof value === 'string' && value !== ''
      : type === 'boolean'
        ? typeof value === 'boolean'
        : type === 'ip'
          ? isIp(String(value))
          : type === 'object'
            ? isObject
            : Number.isSafeInteger(value);
  return fits ? [] : [`${path}: is no ${type}`];
}

/** By the parser of addresses in URLs: each form of an IPv4 address but the usual one comes out of it otherwise. */
function isIp(text: string): boolean {
  const host = text.includes(':') ? `[${text}]` : text;
  return (
    URL.canParse(`http://${host}`) && (host !== text || /^\d+(\.\d+){3}$/.test(text)) && !/[^0-9a-fA-F:.]/.test(text)
  );
}
