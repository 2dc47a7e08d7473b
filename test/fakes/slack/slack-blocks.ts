/** What the stand-in reads of Block Kit: the parts that people see and act on. */
export interface SlackText {
  readonly type: string;
  readonly text: string;
}

export interface SlackOption {
  readonly text: SlackText;
  readonly description?: SlackText;
  readonly value?: string;
  readonly url?: string;
}

export interface SlackElement {
  readonly type: string;
  readonly action_id?: string;
  readonly text?: SlackText | string;
  readonly value?: string;
  readonly url?: string;
  readonly placeholder?: SlackText;
  readonly options?: readonly SlackOption[];
  readonly option_groups?: readonly {
    readonly label: SlackText;
    readonly options: readonly SlackOption[];
  }[];
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: string;
  readonly max_value?: string;
  readonly is_decimal_allowed?: boolean;
  readonly max_selected_items?: number;
  readonly filter?: { readonly include?: readonly string[] };
  readonly initial_value?: string;
  readonly initial_option?: SlackOption;
  readonly initial_options?: readonly SlackOption[];
  readonly initial_date?: string;
  readonly initial_time?: string;
  readonly initial_conversation?: string;
  readonly initial_channel?: string;
  readonly initial_user?: string;
  readonly initial_conversations?: readonly string[];
  readonly initial_channels?: readonly string[];
  readonly initial_users?: readonly string[];
}

export interface SlackBlock {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: SlackText | string;
  readonly fields?: readonly SlackText[];
  readonly elements?: readonly SlackElement[];
  readonly element?: SlackElement;
  readonly accessory?: SlackElement;
  readonly label?: SlackText;
  readonly hint?: SlackText;
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
}

/** A modal or a home tab, as an app sends it. */
export interface SlackView {
  readonly type: 'modal' | 'home';
  readonly blocks: readonly SlackBlock[];
  readonly title?: SlackText;
  readonly submit?: SlackText;
  readonly close?: SlackText;
  readonly private_metadata?: string;
  readonly callback_id?: string;
  readonly external_id?: string;
  readonly clear_on_close?: boolean;
  readonly notify_on_close?: boolean;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Ids that an app left out are given by Slack. */
export function withIds(blocks: readonly SlackBlock[], name: () => string): SlackBlock[] {
  const named = <Element extends SlackElement>(element: Element): Element =>
    isActive(element) ? { ...element, action_id: element.action_id ?? name() } : element;
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? name(),
    ...(block.element && { element: named(block.element) }),
    ...(block.accessory && { accessory: named(block.accessory) }),
    ...(block.type === 'actions' && block.elements && { elements: block.elements.map(named) }),
  }));
}

const isActive = ({ type }: SlackElement): boolean => type !== 'image' && !type.startsWith('rich_');

/** Slack hands plain texts back escaped, and says whether `:tada:` is a picture in them. */
export function handedBack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(handedBack);
  if (typeof value !== 'object' || value === null) return value;
  if ('type' in value && value.type === 'plain_text' && 'text' in value) {
    return { emoji: true, ...value, text: escapedText(String(value.text)) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, handedBack(part)]));
}

export const escapedText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
