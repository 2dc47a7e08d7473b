import type { HomeView, KnownBlock, ModalView } from '@slack/types';

/**
 * What is sent to Slack, with blocks that Slack names: its own types of views let any object be one.
 * `block-kit.schema.json` is made from these.
 */
export interface SlackShapes {
  message: { text: string; blocks: KnownBlock[] };
  unfurl: { blocks: KnownBlock[] };
  modal: Omit<ModalView, 'blocks'> & { blocks: KnownBlock[] };
  home: Omit<HomeView, 'blocks'> & { blocks: KnownBlock[] };
}
