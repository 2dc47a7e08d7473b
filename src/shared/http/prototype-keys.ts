/** Names by which every object reaches its class; as keys of a body they have no honest use. */
const KEYS = ['__proto__', 'prototype', 'constructor'] as const;

/**
 * The first such key anywhere in a parsed body, null when there is none. Works without recursion:
 * a body may be nested deeper than the stack.
 */
export function prototypeKeyIn(body: unknown): string | null {
  const left: unknown[] = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    const found = KEYS.find((key) => Object.hasOwn(value, key));
    if (found !== undefined) return found;
    const children: unknown[] = Object.values(value);
    left.push(...children);
  }
  return null;
}
