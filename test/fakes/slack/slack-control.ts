import type { SlackBlock, SlackElement, SlackOption } from './slack-blocks.js';

/** Something on the screen that can be pressed, chosen in or written into. */
export interface SlackControl {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: SlackElement;
  /** What a person calls it by: the label, the button's text, or what stands in it while it is empty. */
  readonly label: string;
  readonly isInput: boolean;
  readonly isRequired: boolean;
  /** The app hears of it at once. */
  readonly isLive: boolean;
}

export function controlsOf(blocks: readonly SlackBlock[]): SlackControl[] {
  return blocks.flatMap((block) => {
    const element = block.element;
    if (block.type === 'input' && element) return [inputOf(block, element)];
    const actives = [...(block.type === 'actions' ? (block.elements ?? []) : []), block.accessory];
    return actives.flatMap((one) => (one && one.type !== 'image' ? [actionOf(block, one)] : []));
  });
}

const ids = (block: SlackBlock, element: SlackElement) => ({
  ...{ blockId: block.block_id ?? '', actionId: element.action_id ?? '', element },
});

const inputOf = (block: SlackBlock, element: SlackElement): SlackControl => ({
  ...ids(block, element),
  label: block.label?.text ?? '',
  isInput: true,
  isRequired: block.optional !== true,
  isLive: block.dispatch_action === true,
});

function actionOf(block: SlackBlock, element: SlackElement): SlackControl {
  const beside = block.type === 'section' ? plain(block.text) : '';
  const label = plain(element.text) || beside || plain(element.placeholder) || element.type;
  return { ...ids(block, element), label, isInput: false, isRequired: false, isLive: true };
}

export const plain = (text: SlackElement['text']): string =>
  typeof text === 'string' ? text : (text?.text ?? '');

export const optionsOf = (element: SlackElement): readonly SlackOption[] => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap(({ options }) => options),
];

/** A long label goes on in the description. */
export const optionText = ({ text, description }: SlackOption): string =>
  text.text + (description?.text ?? '');
