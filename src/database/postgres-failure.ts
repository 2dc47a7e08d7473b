import { isError } from '../config/system-error.js';

/**
 * What a failed statement means, by its SQLSTATE (PostgreSQL manual, appendix A): `again` may
 * succeed when repeated, `conflict` lost to another row, `fault` is our mistake.
 */
export type PostgresFailure = 'again' | 'conflict' | 'fault';

/** Deadlock, serialization, lock and statement time-outs, shutdown, lost connection, no resources. */
const AGAIN = /^(40P01|40001|55P03|57014|57P0[1-5]|53\d{3}|08\w{3}|25P03)$/;
const CONFLICT = /^(23P01|23505)$/;
const LOCK_TIMEOUT = '55P03';
/** What node-postgres, Node's sockets and its look-up of names say when the server is out of reach. */
const CUT_OFF =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|connection terminated|connection ended|not queryable|timeout exceeded when trying to connect|timeout expired/i;

export function postgresFailure(error: unknown): PostgresFailure {
  const chain = causes(error);
  if (chain.some((link) => CONFLICT.test(codeOf(link)))) return 'conflict';
  const isPassing = chain.some(
    (link) => AGAIN.test(codeOf(link)) || CUT_OFF.test(`${codeOf(link)} ${link.message}`),
  );
  return isPassing ? 'again' : 'fault';
}

export function isLockTimeout(error: unknown): boolean {
  return causes(error).some((link) => codeOf(link) === LOCK_TIMEOUT);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The error and what caused it, outermost first. */
function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let link = error; isError(link) && chain.length < 8; link = link.cause) {
    chain.push(link);
  }
  return chain;
}
