import { z } from 'zod';
import { ANSWERING_VERBS } from '../core/message.js';
import type { AnswerPlace } from './slack-answers.js';
import { slackChannel, slackPerson } from './slack-address.js';
import type { SlackPress } from './press.parser.js';
import { pressOf } from './press.parser.js';

const actionSchema = z.object({
  user: z.object({ id: z.string(), username: z.string().optional(), name: z.string().optional() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z
    .object({
      is_ephemeral: z.boolean().optional(),
      channel_id: z.string().optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
  channel: z.object({ id: z.string(), name: z.string().optional() }).nullish(),
  view: z.looseObject({ id: z.string(), type: z.string(), hash: z.string() }).nullish(),
  actions: z.array(z.unknown()).min(1),
});

type SentAction = z.output<typeof actionSchema>;

/** The home tab shows no answers itself. */
type HeardPlace = AnswerPlace | 'own-window';

/** What somebody did with a button, a select or a field, and where they look for what comes of it. */
export interface HeardAction {
  readonly userKey: string;
  readonly name: string;
  readonly triggerId: string;
  readonly press: SlackPress;
  readonly place: HeardPlace;
}

/** Null for what is none of ours, or too old to tell, and for links, which lead elsewhere by themselves. */
export function actionIn(body: unknown, workspace: string): HeardAction | null {
  const read = actionSchema.safeParse(body);
  if (!read.success) return null;
  const sent = read.data;
  const press = pressOf(sent.actions[0], sent.view ?? undefined);
  const place = press && placeOf(sent, press, workspace);
  if (!press || !place) return null;
  const { user, trigger_id: triggerId } = sent;
  return { userKey: user.id, name: nameOf(sent), triggerId, press, place };
}

/** Nobody is to find buttons below a question that they have answered. */
const isAnswer = (press: SlackPress): boolean =>
  press.kind === 'choice' ||
  (press.kind === 'button' && ANSWERING_VERBS.includes(press.button.verb));

const nameOf = ({ user }: SentAction): string => user.username ?? user.name ?? '';

function placeOf(sent: SentAction, press: SlackPress, workspace: string): HeardPlace | null {
  const { view, response_url: url, container } = sent;
  const person = slackPerson({ workspace, userKey: sent.user.id, name: nameOf(sent) });
  if (view?.type === 'home') return 'own-window';
  if (view) {
    return {
      kind: 'window',
      window: { workspace, viewId: view.id, hash: view.hash, view },
      person,
    };
  }
  const channel = sent.channel?.id ?? container?.channel_id ?? '';
  const isAlone = channel.startsWith('D');
  // A question is followed by the next one in its place; what all can see stands, whatever was pressed.
  const isInstead = container?.is_ephemeral === true || (isAlone && isAnswer(press));
  if (isAlone && !isInstead) {
    const thread = container?.thread_ts;
    const direct = { kind: 'direct', channel: slackChannel(workspace, channel, '') } as const;
    return thread === undefined ? direct : { ...direct, thread };
  }
  return url === undefined ? null : { kind: 'response', response: { url, isInstead }, person };
}
