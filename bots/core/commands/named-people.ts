import { Injectable } from '@nestjs/common';
import { quoted } from '../../../src/calendars/words/plain-words.js';
import { type ChatPerson, Identities } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import { parseEmailAddress } from '../../../src/shared/text/email-address.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../src/shared/sentence-problem.js';
import type { CommandCall } from './command.js';

/** Somebody on the platform, or an e-mail address. */
export type NamedWho =
  | { readonly kind: 'person'; readonly person: ChatPerson }
  | { readonly kind: 'email'; readonly email: string };

/**
 * Finds the people whom a host names in a command. A bare word is somebody only if they have been
 * here: a slip of the keyboard must not become a person.
 */
@Injectable()
export class NamedPeople {
  constructor(private readonly identities: Identities) {}

  find(call: CommandCall, word: string): Promise<Outcome<ChatPerson, SentenceProblem>> {
    return this.called(call, word, 'nobody');
  }

  /** An e-mail address has something in front of its @; a mention has nothing. */
  async findOrAddress(
    call: CommandCall,
    word: string,
  ): Promise<Outcome<NamedWho, SentenceProblem>> {
    if (/^[^@\s<]+@/.test(word.trim())) {
      const email = parseEmailAddress(word);
      return email.ok ? done({ kind: 'email', email: email.value }) : email;
    }
    const person = await this.called(call, word, 'nobodyOrAddress');
    return person.ok ? done({ kind: 'person', person: person.value }) : person;
  }

  private async called(
    { caller, platform }: CommandCall,
    word: string,
    otherwise: 'nobody' | 'nobodyOrAddress',
  ): Promise<Outcome<ChatPerson, SentenceProblem>> {
    const name = word.trim();
    if (/^<?@/.test(name)) return platform.findPerson(caller, name);
    const people = await this.identities.called(caller, name);
    const [person, another] = people;
    if (!person) return refusedWith(say(`people:named.${otherwise}`, { name: quoted(name) }));
    if (!another || isKey(person, name)) return done(person);
    const keys = people.map(({ userKey }) => `@${userKey}`).join(', ');
    return refusedWith(say('book:severalNamed', { person: name, keys }));
  }
}

const isKey = ({ userKey }: ChatPerson, name: string): boolean =>
  userKey.toLowerCase() === name.toLowerCase();
