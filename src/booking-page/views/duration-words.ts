import { say } from '../../language/say.js';

/** '30 minutes', '1 hour', '1 hour 30 minutes' */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [say('page:hours', { count: hours })] : []),
    ...(rest > 0 ? [say('page:minutes', { count: rest })] : []),
  ];
  return parts.join(' ');
}
