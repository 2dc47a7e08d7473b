import type { CommandValues } from './arguments.parser.js';

/** The values of a command, read by name. */
export class CommandInput {
  constructor(private readonly values: CommandValues) {}

  /** As it was written; undefined when it was left out. */
  readonly word = (name: string): string | undefined => this.values.get(name);

  /** Whether a yes-no flag was given and not denied. */
  isOn(name: string): boolean {
    const value = this.values.get(name);
    return value !== undefined && !/^(?:no|off|false)$/i.test(value);
  }

  /** A whole number; the parser has checked that it is one. */
  integer(name: string): number | undefined {
    const value = this.values.get(name);
    return value === undefined ? undefined : Number.parseInt(value, 10);
  }
}
