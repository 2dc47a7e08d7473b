import { describe, expect, it } from '@jest/globals';
import { choices, field, form, tricky } from '../../test/slack/sample-forms.js';
import { sentView } from '../../test/slack/sent-view.js';
import { isObject, objectsOf } from '../../test/slack/slack-tree.js';
import { BUTTON_VERBS, type Message } from '../core/message.js';
import { slackMessage } from './message.renderer.js';
import { pressOf } from './press.parser.js';
import { formModal } from './view.renderer.js';

const elementsOf = (message: Message) =>
  objectsOf(slackMessage(message).blocks).flatMap((block) => objectsOf(block['elements']));

const chosen = (options: ReturnType<typeof choices>): Message => ({
  ...{ lines: [], choices: { dialogue: 'd: 1', step: 'time', options } },
});

describe('a press in Slack', () => {
  it.each(BUTTON_VERBS)('comes back as the button that was shown: %s', (verb) => {
    const subject = `7k2m9cabcdefghjkmnpq.0 & 1801562400000 ${tricky}`;
    const [element] = elementsOf({ lines: [], buttons: [{ verb, subject, label: 'Go' }] });
    expect(pressOf(element)).toEqual({ kind: 'button', button: { verb, subject } });
  });

  it.each([
    ['button', 2],
    ['option', 60],
    ['option of a group', 260],
  ])('comes back as the choice that was made by a %s', (_how, count) => {
    const options = choices(count).map((one) => ({
      ...one,
      id: `${one.id}:${tricky.slice(0, 30)}`,
    }));
    const elements = elementsOf(chosen(options));
    const last = options.at(-1)?.id;
    expect(pressOf(pressedLast(elements))).toEqual({
      kind: 'choice',
      chosen: { dialogue: 'd: 1', step: 'time', choice: last },
    });
  });

  it('comes back as a change of a field, with everything that stands in the form', () => {
    const shown = form([field('day', { kind: 'choice', options: choices(9), isLive: true })]);
    const view = sentView(formModal(shown));
    const action = { type: 'static_select', action_id: 'field', block_id: 'field:0:day' };
    expect(pressOf(action, view)).toEqual({
      ...{ kind: 'field', fieldId: 'day' },
      filled: { kind: 'setup', subject: 'c', timeZone: 'Europe/Berlin', values: { day: '' } },
    });
  });

  it.each([
    ['nothing', undefined],
    ['no object', 'press:0:cancel'],
    ['an action without an id', { type: 'button' }],
    ['an id of another app', { type: 'button', action_id: 'approve', value: '1' }],
    ['a verb that does not exist', { type: 'button', action_id: 'press:0:destroy', value: 'x' }],
    ['a verb of every object', { type: 'button', action_id: 'press:0:constructor', value: 'x' }],
    ['an id that is too long', { type: 'button', action_id: 'p'.repeat(256), value: 'x' }],
    [
      'a value that is too long',
      { type: 'button', action_id: 'press:0:cancel', value: 'x'.repeat(2_001) },
    ],
    ['a choice of no dialogue', { type: 'button', action_id: 'choose:0::time', value: 'x' }],
    ['a choice of nothing', { type: 'button', action_id: 'choose:0:d:time' }],
    [
      'a dialogue that is too long',
      { type: 'button', action_id: `choose:0:${'d'.repeat(101)}:t`, value: 'x' },
    ],
    ['a broken escape', { type: 'button', action_id: 'choose:%E0%A4%A', value: '%' }],
    [
      'a field outside a form',
      { type: 'plain_text_input', action_id: 'field', block_id: 'field:0:x' },
    ],
    ['a field of no form', { type: 'plain_text_input', action_id: 'field', block_id: 'section' }],
  ])('is nothing when it is %s', (_what, action) => {
    expect(pressOf(action)).toBeNull();
  });
});

/** The last button pressed, or the last option chosen, as Slack says it. */
function pressedLast(elements: readonly Record<string, unknown>[]): unknown {
  const element = elements.at(-1) ?? {};
  const lists = [element, ...objectsOf(element['option_groups'])];
  const option = lists.flatMap((list) => objectsOf(list['options'])).at(-1);
  return isObject(option) ? { ...element, selected_option: option } : element;
}
