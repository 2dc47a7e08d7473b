/** How much a field of Slack's takes: characters of a text, items of a list, or a number itself. */
export interface SlackLimit {
  /** The `type` of what has the field; `option` and `option_group` have none in JSON. */
  readonly of: string;
  /** Its name in @slack/types, where a comment on the field says the number; null where only docs.slack.dev does. */
  readonly named: string | null;
  readonly field: string;
  readonly most: number;
}

const row = (of: string, named: string | null, most: Readonly<Record<string, number>>) =>
  Object.entries(most).map(([field, limit]): SlackLimit => ({ of, named, field, most: limit }));

const placeholder = 150;

/** Every limit of what the renderer can produce; the App Home and messages are told apart by `of`. */
export const SLACK_LIMITS: readonly SlackLimit[] = [
  ...row('modal', 'BaseView', { blocks: 100, private_metadata: 3_000, callback_id: 255 }),
  ...row('modal', 'ModalView', { title: 24, close: 24, submit: 24 }),
  ...row('home', 'BaseView', { blocks: 100, private_metadata: 3_000, callback_id: 255 }),
  // https://docs.slack.dev/reference/block-kit/blocks and /reference/methods/chat.postMessage
  ...row('message', null, { blocks: 50, text: 4_000 }),
  ...row('unfurl', null, { blocks: 50 }),
  ...row('block', 'Block', { block_id: 255 }),
  ...row('action', 'Action', { action_id: 255 }),
  ...row('header', 'HeaderBlock', { text: 150 }),
  ...row('section', 'SectionBlock', { text: 3_000, fields: 10 }),
  ...row('input', 'InputBlock', { label: 2_000, hint: 2_000 }),
  ...row('actions', 'ActionsBlock', { elements: 25 }),
  ...row('context', 'ContextBlock', { elements: 10 }),
  ...row('plain_text', 'PlainTextElement', { text: 3_000 }),
  ...row('mrkdwn', 'MrkdwnElement', { text: 3_000 }),
  ...row('button', 'Button', { text: 75, value: 2_000, url: 3_000, accessibility_label: 75 }),
  ...row('option', 'PlainTextOption', { text: 75 }),
  ...row('option', 'OptionDescriptor', { value: 75, description: 75, url: 3_000 }),
  ...row('option_group', 'OptionGroup', { label: 75, options: 100 }),
  ...row('static_select', 'StaticSelect', { options: 100, option_groups: 100 }),
  ...row('static_select', 'Placeholdable', { placeholder }),
  // https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element
  ...row('multi_static_select', null, { options: 100, option_groups: 100 }),
  ...row('multi_static_select', 'Placeholdable', { placeholder }),
  ...row('radio_buttons', 'RadioButtons', { options: 10 }),
  ...row('checkboxes', 'Checkboxes', { options: 10 }),
  // https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
  ...row('plain_text_input', null, { max_length: 3_000, initial_value: 3_000 }),
  ...row('plain_text_input', 'Placeholdable', { placeholder }),
  ...row('email_text_input', 'Placeholdable', { placeholder }),
  ...row('number_input', 'Placeholdable', { placeholder }),
  ...row('datepicker', 'Placeholdable', { placeholder }),
  ...row('conversations_select', 'Placeholdable', { placeholder }),
  ...row('users_select', 'Placeholdable', { placeholder }),
];

/**
 * Slack answers `msg_blocks_too_long` to a message whose blocks hold about 12,000 characters together;
 * no page of its documentation has the number (github.com/slackapi/bolt-js/issues/2509).
 */
export const MOST_IN_MESSAGE = 12_000;
/** What is larger than this is `view_too_large`. */
export const MOST_VIEW_BYTES = 250_000;
