import { Injectable } from '@nestjs/common';
import {
  BookablePeople,
  type BookablePerson,
} from '../../../../src/calendars/bookable-people.service.js';
import { type ChatPerson, Identities } from '../../../../src/hosts/identities.service.js';
import { mistypedWord } from '../../../../src/calendars/words/nearest-word.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import type { Talker } from '../../dialogues/talker.js';
import {
  type Line,
  mention,
  type Message,
  mistake,
  person as shownPerson,
  sentences,
} from '../../message.js';
import { phrase } from '../../phrase.js';

/** Finds the host whom somebody names who wants to meet them. */
@Injectable()
export class PersonFinder {
  constructor(
    private readonly people: BookablePeople,
    private readonly identities: Identities,
  ) {}

  /**
   * Whom the first words name: a mention, a name, or a first name that only one person here has. The
   * longest name that somebody has counts. Who takes no bookings now is found where nobody else is meant.
   */
  async find(talker: Talker, words: string): Promise<Outcome<FoundPerson, Message>> {
    const typed = words.trim().split(/\s+/);
    const all = await this.people.all(talker.caller);
    const [open, paused] = [all.filter(isOpen), all.filter((one) => !isOpen(one))];
    for (let length = typed.length; length > 0; length -= 1) {
      const name = typed.slice(0, length).join(' ');
      const plain = name.replace(/^<?@|>$/g, '').toLowerCase();
      const free = matching(open, plain);
      const named = free.length > 0 ? free : matching(paused, plain);
      const [person, another] = named;
      if (another)
        return refused(
          sentences(
            severalNamed(
              name,
              named.map((one) => hereAs(talker, one)),
            ),
          ),
        );
      if (person) return done({ hostId: person.hostId, rest: typed.slice(length).join(' ') });
    }
    if (/^<?@/.test(typed[0] ?? '')) return this.findMentioned(talker, typed);
    return refused(sentences(nobodyNamed(talker, all, words.trim())));
  }

  /** The platform knows people who are not in the list. */
  private async findMentioned(
    { caller, platform }: Talker,
    [first = '', ...others]: readonly string[],
  ): Promise<Outcome<FoundPerson, Message>> {
    const rest = others.join(' ');
    const found = await platform.findPerson(caller, first);
    if (!found.ok) return refused(mistake(found.problem.sentence));
    const identity = await this.identities.known(found.value);
    return identity?.hostId
      ? done({ hostId: identity.hostId, rest })
      : refused(
          sentences(
            phrase((who) => say('book:noCalendar', { person: who(shownPerson(found.value)) })),
          ),
        );
  }
}

/** A host, and the words behind their name. */
export interface FoundPerson {
  readonly hostId: string;
  readonly rest: string;
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

const isOpen = (person: BookablePerson): boolean => person.isOpen;

const firstOf = (name: string): string => name.toLowerCase().split(/\s+/)[0] ?? '';

const hereAs = ({ caller }: Talker, { userKey, name }: BookablePerson): ChatPerson => ({
  ...{ platform: caller.platform, workspace: caller.workspace, userKey, name },
});

/** Of those who are listed, whoever bears a name that is almost the one that was typed is asked about. */
function nobodyNamed(talker: Talker, people: readonly BookablePerson[], name: string): Line {
  const listed = people.filter(({ isListed }) => isListed);
  const names = listed.flatMap((one) => namesOf(one).map((called) => ({ called, one })));
  const nearest = mistypedWord(
    name.toLowerCase(),
    names.map(({ called }) => called),
    Math.floor(name.length / 3),
  );
  const meant = names.filter(({ called }) => called === nearest).map(({ one }) => one);
  const [only, another] = [...new Set(meant)];
  if (!only || another) return [say('book:nobodyNamed', { person: name })];
  return phrase((who) =>
    say('book:almostNamed', { name, person: who(mention(hereAs(talker, only))) }),
  );
}

/** By what somebody can be named, in small letters. */
const namesOf = ({ userKey, name, chatName }: BookablePerson): string[] => [
  ...[userKey, name, chatName].map((one) => one.toLowerCase()),
  ...[name, chatName].map(firstOf),
];

/** Which of those who bear a name is meant. */
export const severalNamed = (name: string, people: readonly ChatPerson[]): Line =>
  phrase((who) => {
    const all = people.map((one) => who(mention(one))).join(', ');
    return say('book:severalNamed', { name, people: all });
  });
