/** Where something stands in a policy: `['rules', 2, 'when', 'all', 0]`. */
export type Path = readonly (string | number)[];

type Parts = Readonly<Record<string, unknown>>;

const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const without = (parts: Parts, key: string): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => name !== key));

/** What stands at a path; undefined where nothing does. */
export function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return (value as readonly unknown[])[Number(key)];
    return isParts(value) && Object.hasOwn(value, String(key)) ? value[String(key)] : undefined;
  }, root);
}

/**
 * The same value with `next` at a path; undefined takes the field out. Everything beside the path stays the very
 * object that it was, so that only what changed is drawn again.
 *
 * @throws RangeError when the path leads through something that has no parts
 */
export function replaceAt<T>(root: T, path: Path, next: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return next as T;
  if (Array.isArray(root)) {
    const items = root as readonly unknown[];
    return items.map((item, index) => (index === Number(key) ? replaceAt(item, rest, next) : item)) as T;
  }
  if (!isParts(root)) throw new RangeError(`nothing at ${path.join('.')}`);
  const name = String(key);
  const value = rest.length === 0 ? next : replaceAt(root[name] ?? {}, rest, next);
  return (value === undefined ? without(root, name) : { ...root, [name]: value }) as T;
}

/** The same value with `item` in the list at a path, before the one that is at `index` now. */
export function insertAt<T>(root: T, path: Path, index: number, item: unknown): T {
  return replaceAt(root, path, listAt(root, path).toSpliced(index, 0, item));
}

/** The same value without what stands at a path: an item of a list, or a field. */
export function removeAt<T>(root: T, path: Path): T {
  const [parent, key] = [path.slice(0, -1), path.at(-1)];
  const holder = at(root, parent);
  if (!Array.isArray(holder)) return replaceAt(root, path, undefined);
  return replaceAt(root, parent, listAt(root, parent).toSpliced(Number(key), 1));
}

/** The same value with one item of the list at a path moved; a place outside the list is the nearest one in it. */
export function moveAt<T>(root: T, path: Path, from: number, to: number): T {
  const items = listAt(root, path);
  const place = Math.max(0, Math.min(items.length - 1, to));
  if (place === from || items[from] === undefined) return root;
  return replaceAt(root, path, items.toSpliced(from, 1).toSpliced(place, 0, items[from]));
}

function listAt(root: unknown, path: Path): readonly unknown[] {
  const found = at(root, path) ?? [];
  if (!Array.isArray(found)) throw new RangeError(`no list at ${path.join('.')}`);
  return found as readonly unknown[];
}

/** A path as one text, for comparing. */
export const pathText = (path: Path): string => path.join('.');
/** The id on the page of the field at a path. */
export const fieldId = (path: Path): string => `field-${path.join('-')}`;
