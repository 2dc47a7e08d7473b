import { controlsOf, optionText, optionsOf, plain, type SlackControl } from './slack-control.js';
import { initialValue, valueText } from './slack-field-value.js';
import { blocksText, type SlackReader } from './slack-text.js';
import { placeOf, type SlackWindow } from './slack-windows.js';

/** A field as somebody sees it. */
export interface SeenField {
  readonly label: string;
  /** What stands in it, as it is read. */
  readonly value: string;
  readonly hint: string;
  readonly isRequired: boolean;
  /** What can be chosen, in order; empty for what is typed. */
  readonly options: readonly string[];
}

/** A modal or home tab as somebody sees it. */
export interface SeenWindow {
  readonly id: string;
  readonly hash: string;
  readonly title: string;
  readonly text: string;
  readonly fields: readonly SeenField[];
  readonly buttons: readonly string[];
  /** What the button says that hands it in, if there is one. */
  readonly submit: string | null;
  readonly window: SlackWindow;
}

const BUTTONS = new Set(['button', 'overflow', 'workflow_button']);

export function seenWindow(window: SlackWindow, reader: SlackReader): SeenWindow {
  const { view } = window;
  const at = (blockId: string, actionId: string) => window.values.get(placeOf(blockId, actionId));
  const controls = controlsOf(view.blocks);
  const hintOf = ({ blockId }: SlackControl): string =>
    view.blocks.find(({ block_id }) => block_id === blockId)?.hint?.text ?? '';
  return {
    ...{ id: window.id, hash: window.hash, window },
    ...{ title: plain(view.title), submit: view.submit?.text ?? null },
    text: blocksText(view.blocks, reader, at),
    fields: controls
      .filter(({ element }) => !BUTTONS.has(element.type))
      .map((control) => ({
        ...{ label: control.label, hint: hintOf(control), isRequired: control.isRequired },
        value: valueText(at(control.blockId, control.actionId) ?? initialValue(control.element)),
        options: optionsOf(control.element).map(optionText),
      })),
    buttons: controls
      .filter(({ element }) => BUTTONS.has(element.type))
      .flatMap(({ label, element }) => [
        ...(element.type === 'overflow' ? [] : [label]),
        ...optionsOf(element).map(optionText),
      ]),
  };
}

/** It only asks for a moment's patience: nothing can be done in it, and its words end in an ellipsis. */
export function isWaiting({ window, text, submit }: SeenWindow): boolean {
  return submit === null && controlsOf(window.view.blocks).length === 0 && text.endsWith('…');
}
