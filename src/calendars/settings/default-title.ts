import { say } from '../../language/say.js';

/** What a calendar is called whose host thought of nothing better. */
export const defaultTitle = (host: string): string => say('setup:defaultTitle', { host });
