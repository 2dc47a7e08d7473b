/**
 * Whether `fault` is an error. Unlike instanceof it knows errors of another realm, as Node's own
 * are inside a sandbox.
 */
export function isError(fault: unknown): fault is Error {
  return Object.prototype.toString.call(fault) === '[object Error]';
}

/** Whether `fault` is an error of the system or of PostgreSQL with this code, like `ENOENT`. */
export function hasCode(fault: unknown, code: string): boolean {
  return isError(fault) && 'code' in fault && fault.code === code;
}

/** What an error says, in one line. */
export function reasonOf(fault: unknown): string {
  if (!isError(fault)) return String(fault);
  // Sockets that tried several addresses fail with an AggregateError without words.
  const words = fault.message || ('code' in fault ? String(fault.code) : fault.name);
  return words.split('\n').at(-1) ?? words;
}
