import type { Line, Message, PersonPart, TextPart } from './message.js';

/** Where a message is read. */
interface Place {
  readonly platform: string;
  readonly workspace: string;
}

/** A message in which people are shown by other parts. */
const withPeopleAs = (message: Message, shown: (person: PersonPart) => TextPart): Message => ({
  ...message,
  lines: linesWithPeopleAs(message.lines, shown),
});

const linesWithPeopleAs = (
  lines: readonly Line[],
  shown: (person: PersonPart) => TextPart,
): readonly Line[] =>
  lines.map((line) =>
    line.map((part) => (typeof part !== 'string' && part.kind === 'person' ? shown(part) : part)),
  );

/** `Ada (@ada)`, or the key alone where that is the name, too. */
export const nameWithKey = ({ name, key }: Pick<PersonPart, 'name' | 'key'>): string =>
  name.toLowerCase() === key.toLowerCase() || name === `@${key}` ? name : `${name} (@${key})`;

/** To a platform the keys of another workspace are nobody's, or somebody else's: those people have names. */
export const seenIn = (message: Message, { platform, workspace }: Place): Message =>
  withPeopleAs(message, (person) =>
    person.platform === platform && person.workspace === workspace ? person : person.name,
  );
