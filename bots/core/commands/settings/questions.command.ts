import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { questionText } from '../../../../src/calendars/questions/question.parser.js';
import { splitWords } from '../../../../src/calendars/words/line-words.js';
import { inQuotes } from '../../../../src/calendars/words/plain-words.js';
import { say } from '../../../../src/language/say.js';
import { type Line, type Message, sentences } from '../../message.js';
import type { CommandCall } from '../command.js';
import { SettingCommand } from './setting.command.js';

/** Shows what the form asks, or changes it: in one line, or by the options of a form. */
export class QuestionsCommand extends SettingCommand {
  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const text = this.textOf(call).trim();
    return text === '' || /^(?:list|show)$/i.test(text)
      ? questionList(calendar)
      : super.runOn(calendar, call);
  }

  /** `add "Company" text required`, put together from what was given by place and by name. */
  protected override textOf({ word, line }: CommandCall): string {
    const question = word('question') ?? '';
    const options = word('options');
    const parts = [
      word('do') ?? '',
      isQuotedIn(line, question) ? inQuotes(question) : question,
      word('type') ?? '',
      options === undefined ? '' : inQuotes(options),
      needOf(word('required')),
    ];
    return parts.filter((part) => part !== '').join(' ');
  }
}

/** A word in quotation marks is what is asked, and never the name of a kind. */
function isQuotedIn(line: string, text: string): boolean {
  const tokens = splitWords(line);
  return tokens.ok && tokens.value.some((token) => token.quotedFrom === 0 && token.text === text);
}

function needOf(word: string | undefined): string {
  if (word === undefined) return '';
  return /^(?:no|off|false)$/i.test(word) ? 'optional' : 'required';
}

function questionList({ settings: { title, questions } }: CalendarConfiguration): Message {
  if (questions.length === 0) return sentences(say('commands:questions.none', { title }));
  return {
    title: say('commands:questions.title', { title }),
    lines: [
      ...questions.map((question, index): Line => [`${index + 1}. ${questionText(question)}`]),
      [say('commands:questions.help')],
    ],
  };
}
