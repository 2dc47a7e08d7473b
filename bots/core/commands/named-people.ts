import { Injectable } from '@nestjs/common';
import { quoted } from '../../../src/calendars/words/plain-words.js';
import { type ChatPerson, Identities } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import { parseEmailAddress } from '../../../src/shared/text/email-address.js';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import { type Line, mention } from '../message.js';
import { phrase } from '../phrase.js';
import { severalNamed } from './book/person-finder.js';
import type { CommandCall } from './command.js';

/** Somebody on the platform, or an e-mail address. */
export type NamedWho =
  | { readonly kind: 'person'; readonly person: ChatPerson }
  | { readonly kind: 'email'; readonly email: string };

/** Nobody is named, or nobody for certain. */
export interface NamedProblem {
  readonly line: Line;
  /** No one bears it: it may be something else than a name. */
  readonly isNobody: boolean;
}

/**
 * Finds the people whom a host names in a command. A bare word is somebody only if they have been
 * here: a slip of the keyboard must not become a person.
 */
@Injectable()
export class NamedPeople {
  constructor(private readonly identities: Identities) {}

  /**
   * Somebody who is to be given something: by a mention or a key alone. Anybody can call themselves
   * whatever they like, so a name only leads to the question who was meant.
   */
  async find(call: CommandCall, word: string): Promise<Outcome<ChatPerson, NamedProblem>> {
    const named = await this.called(call, word, 'nobody');
    if (!named.ok) return named;
    const { person, isByName } = named.value;
    if (!isByName) return done(person);
    const name = quoted(word.trim());
    const line = phrase((who) =>
      say('people:named.didYouMean', { person: who(mention(person)), name }),
    );
    return refused({ line, isNobody: false });
  }

  /** An e-mail address has something in front of its @; a mention has nothing. */
  async findOrAddress(call: CommandCall, word: string): Promise<Outcome<NamedWho, NamedProblem>> {
    if (/^[^@\s<]+@/.test(word.trim())) {
      const email = parseEmailAddress(word);
      if (email.ok) return done({ kind: 'email', email: email.value });
      return refused({ line: [email.problem.sentence], isNobody: true });
    }
    const named = await this.called(call, word, 'nobodyOrAddress');
    return named.ok ? done({ kind: 'person', person: named.value.person }) : named;
  }

  private async called(
    { caller, platform }: CommandCall,
    word: string,
    otherwise: 'nobody' | 'nobodyOrAddress',
  ): Promise<Outcome<Called, NamedProblem>> {
    const mentioned = /^<?@(.*?)>?$/s.exec(word.trim())?.[1];
    const found = mentioned === undefined ? null : await platform.findPerson(caller, word.trim());
    if (found?.ok) return done({ person: found.value, isByName: false });
    // An @ before a name does not make a mention of it.
    const name = mentioned ?? word.trim();
    const people = await this.identities.called(caller, name);
    const [person, another] = people;
    if (!person) {
      const nobody = say(`people:named.${otherwise}`, { name: quoted(name) });
      return refused({ line: [found?.problem.sentence ?? nobody], isNobody: true });
    }
    const isByName = person.userKey.toLowerCase() !== name.toLowerCase();
    if (!another || !isByName) return done({ person, isByName });
    return refused({ line: severalNamed(name, people), isNobody: false });
  }
}

interface Called {
  readonly person: ChatPerson;
  readonly isByName: boolean;
}
