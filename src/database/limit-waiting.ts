/** A pool of waiting transactions must drain by itself: nobody waits for a lock longer than this. */
export const LIMIT_WAITING = `select set_config('lock_timeout', '3s', true), set_config('statement_timeout', '5s', true)`;
