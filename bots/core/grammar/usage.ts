import { say } from '../../../src/language/say.js';
import type { ArgumentEntry, CommandEntry } from './command-entry.js';
import { typedName, type Grammar } from './grammar.js';

/** `/schedule off add <dates> [times] [reason]`. */
export function usageOf(grammar: Grammar, command: CommandEntry): string {
  const named = command.flags.length > 3 ? ['[--flags]'] : command.flags.map(flagUsage);
  return [typedName(grammar, command), ...command.arguments.map(argumentUsage), ...named].join(' ');
}

/** The examples of a command as they are typed here. */
export function examplesOf(grammar: Grammar, command: CommandEntry): readonly string[] {
  return command.examples.map((example) => `/${grammar.names[command.top]} ${example}`);
}

/** Two lines that show how a command that was half written is written whole. */
export function usageLines(grammar: Grammar, command: CommandEntry): readonly string[] {
  const [example = ''] = examplesOf(grammar, command);
  return [
    say('grammar:help.usage', { usage: usageOf(grammar, command) }),
    say('grammar:help.example', { example }),
  ];
}

function argumentUsage({ name, choices, isRequired }: ArgumentEntry): string {
  const said = choices.length > 0 ? choices.join('|') : name;
  return isRequired ? `<${said}>` : `[${said}]`;
}

const flagUsage = ({ name, type }: ArgumentEntry): string =>
  type === 'yes-no' ? `[--${name}]` : `[--${name} <${name}>]`;
