import { say } from './say.js';

/** `Intro call with Ada`. A title that ends with the name says so by itself. */
export const meetingWith = (title: string, name: string): string =>
  title.endsWith(` ${name}`) ? title : say('names:meeting', { title, name });
