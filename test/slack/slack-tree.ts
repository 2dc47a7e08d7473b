/** An object somewhere in what is sent, with the way to it. */
export interface Node {
  readonly at: string;
  readonly value: Readonly<Record<string, unknown>>;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object in a tree, the tree itself first. */
export function nodesOf(value: unknown, at = ''): Node[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => nodesOf(item, `${at}/${String(index)}`));
  }
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => nodesOf(item, `${at}/${key}`));
  return [{ at, value }, ...inside];
}

/** Every text in a tree. */
export function textsOf(value: unknown, at = ''): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, `${at}/${key}`));
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const objectsOf = (value: unknown) => listOf(value).filter(isObject);
