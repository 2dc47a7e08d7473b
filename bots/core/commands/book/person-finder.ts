import { Injectable } from '@nestjs/common';
import {
  BookablePeople,
  type BookablePerson,
} from '../../../../src/calendars/bookable-people.service.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import type { Talker } from '../../dialogues/talker.js';
import { type Message, sentences } from '../../message.js';

/** Finds the host whom somebody names who wants to meet them. */
@Injectable()
export class PersonFinder {
  constructor(
    private readonly people: BookablePeople,
    private readonly identities: Identities,
  ) {}

  /** The host's id: of a mention, of a name, or of a first name that only one person here has. */
  async find({ caller, platform }: Talker, word: string): Promise<Outcome<string, Message>> {
    const name = word.trim();
    const plain = name.replace(/^<?@|>$/g, '').toLowerCase();
    const people = await this.people.of(caller);
    const named = matching(people, plain);
    const [person, another] = named;
    if (person && !another) return done(person.hostId);
    if (another) return refused(several(named, name));
    if (!/^<?@/.test(name)) return refused(sentences(say('book:nobodyNamed', { person: name })));
    const found = await platform.findPerson(caller, name);
    if (!found.ok) return refused(sentences(found.problem.sentence));
    const identity = await this.identities.known(found.value);
    return identity?.hostId
      ? done(identity.hostId)
      : refused(sentences(say('book:noCalendar', { person: found.value.name })));
  }
}

/** The best kind of likeness there is: the key, else the whole name, else the first name. */
function matching(people: readonly BookablePerson[], plain: string): BookablePerson[] {
  const likenesses = [
    ({ userKey }: BookablePerson) => userKey.toLowerCase() === plain,
    ({ name, chatName }: BookablePerson) =>
      [name, chatName].some((one) => one.toLowerCase() === plain),
    ({ name, chatName }: BookablePerson) => [name, chatName].some((one) => firstOf(one) === plain),
  ];
  return (
    likenesses.map((isAlike) => people.filter(isAlike)).find((found) => found.length > 0) ?? []
  );
}

const firstOf = (name: string): string => name.toLowerCase().split(/\s+/)[0] ?? '';

function several(people: readonly BookablePerson[], person: string): Message {
  const keys = people.map(({ userKey }) => `@${userKey}`).join(', ');
  return sentences(say('book:severalNamed', { person, keys }));
}
