import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { say } from '../../language/say.js';
import { PROBLEM_JSON, problemJson } from './problem-json.js';
import type { Problem } from '../problem.js';

/** Codes of Node's HTTP parser. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers a connection that never became a request: too slow, too much, or not HTTP at all. */
export function refuseConnection(error: Error, socket: Duplex, publicUrl: string): void {
  const code = 'code' in error ? String(error.code) : '';
  // There is nobody left to answer.
  if (code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS_OF_CODE[code] ?? 400;
  const detail = say(status === 408 ? 'problems:tooSlow' : 'problems:malformedAddress');
  const problem: Problem = { name: 'malformed', status, detail };
  const body = JSON.stringify(problemJson(problem, publicUrl));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      `Content-Type: ${PROBLEM_JSON}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  );
}
