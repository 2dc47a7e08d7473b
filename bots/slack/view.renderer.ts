import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { say } from '../../src/language/say.js';
import type { Form } from '../core/forms/form.js';
import { type Message, sentences } from '../core/message.js';
import { fieldBlocks } from './field.renderer.js';
import { shownFields } from './form.parser.js';
import { formCallback, formMark, WAITING_CALLBACK, WORDS_CALLBACK } from './ids.parser.js';
import { linesBlocks, spokenLines } from './lines.renderer.js';
import { fitting, messageBlocks } from './message.renderer.js';
import { plainText } from './slack-text.js';

/** Blocks of a modal, and of the App Home. */
const MOST_BLOCKS = 100;
/** Characters of a title, and of the buttons below. */
const MOST_TITLE = 24;

/**
 * A form as a window. `shown` is the view, as Slack sent it, that this one replaces: with it, a field
 * whose value is another one than on the screen is shown anew, and all others are left alone.
 */
export function formModal(form: Form, shown?: unknown): ModalView {
  const fields = new Map(shownFields(shown).map((field) => [field.fieldId, field]));
  return {
    ...modal(form.title, say('slack:cancel')),
    callback_id: formCallback(form.kind),
    private_metadata: formMark(form),
    submit: plainText(form.submit, MOST_TITLE),
    blocks: fitting(
      [
        ...linesBlocks(spokenLines(form.lines)),
        ...form.fields.flatMap((field) => fieldBlocks(field, fields.get(field.id))),
      ],
      MOST_BLOCKS,
    ),
    ...(form.isHeld ? { notify_on_close: true } : {}),
  };
}

/** Words in a window. */
export function wordsModal(message: Message): ModalView {
  const { title = '', ...rest } = message;
  const isShort = title !== '' && title.length <= MOST_TITLE;
  const body = isShort ? rest : message;
  return {
    ...modal(isShort ? title : say('names:product'), say('slack:close')),
    callback_id: WORDS_CALLBACK,
    blocks: fitting(messageBlocks(body), MOST_BLOCKS),
  };
}

/** While an answer is being made. */
export const waitingModal = (title: string, sentence: string): ModalView => ({
  ...modal(title, say('slack:close')),
  callback_id: WAITING_CALLBACK,
  blocks: messageBlocks(sentences(sentence)),
});

/** Each section as a message would be, parted by lines. */
export const homeView = (sections: readonly Message[]): HomeView => ({
  type: 'home',
  blocks: fitting(
    sections.flatMap((section, index): KnownBlock[] =>
      index === 0 ? messageBlocks(section) : [{ type: 'divider' }, ...messageBlocks(section)],
    ),
    MOST_BLOCKS,
  ),
});

const modal = (title: string, close: string) =>
  ({
    type: 'modal',
    title: plainText(title, MOST_TITLE),
    close: plainText(close, MOST_TITLE),
  }) as const;
