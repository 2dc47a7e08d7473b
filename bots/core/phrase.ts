import { newUid } from '../../src/shared/random.js';
import type { Line, PersonPart } from './message.js';

/**
 * A sentence of the catalogue as a line in which people are more than their names:
 * `phrase((who) => say('people:hosting.added', { person: who(person) }))`. Who is not known by a chat
 * platform is a text.
 */
export function phrase(sentence: (who: (person: PersonPart | string) => string) => string): Line {
  const people: PersonPart[] = [];
  // Stands round the number of a person. Nobody can have it in a name to pass for somebody else.
  const mark = `\uFDD1${newUid()}\uFDD1`;
  const pieces = sentence((person) => {
    if (typeof person === 'string') return person;
    people.push(person);
    return `${mark}${people.length - 1}${mark}`;
  }).split(mark);
  return pieces
    .map((piece, index) => (index % 2 === 0 ? piece : (people[Number(piece)] ?? '')))
    .filter((part) => part !== '');
}
