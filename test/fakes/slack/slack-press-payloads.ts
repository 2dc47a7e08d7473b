import { handedBack, type JsonObject } from './slack-blocks.js';
import type { Pressed } from './slack-hands.js';
import type { SeenMessage, SlackMessage } from './slack-message.js';
import type { KnownPerson } from './slack-people.js';
import { actorPayload, type SlackActor, timestamp } from './slack-payloads.js';
import { windowPayload, type SlackWindow } from './slack-windows.js';

/** Something pressed or chosen, and what stands in it by now. */
export interface Act extends Pressed {
  readonly value?: JsonObject;
}

/** `block_actions`, from a message or from a window. */
export function actionPayload(
  actor: SlackActor,
  { control, option, value }: Act,
  place: SeenMessage | SlackWindow,
): JsonObject {
  const { element, blockId: block_id, actionId: action_id } = control;
  const isButton = element.type === 'button';
  const action = {
    ...{ type: element.type, block_id, action_id, action_ts: timestamp(actor.cloud) },
    ...(isButton && { text: element.text }),
    ...(isButton && element.value !== undefined && { value: element.value }),
    ...(option && { selected_option: option }),
    ...value,
  };
  return {
    ...{ type: 'block_actions', ...actorPayload(actor), actions: [handedBack(action)] },
    ...('message' in place ? fromMessage(actor, place, action) : fromWindow(actor, place)),
  };
}

/** Slack keeps no message that only one person sees, so its content does not come along. */
function fromMessage(actor: SlackActor, place: SeenMessage, action: JsonObject): JsonObject {
  const { cloud, team, person } = actor;
  const { message, isEphemeral } = place;
  const { channel, ts } = message;
  const isTaken = 'text' in action || 'selected_option' in action;
  const values = { [String(action['block_id'])]: { [String(action['action_id'])]: action } };
  const thing = { team: team.id, channel, user: person.id, ts, isEphemeral };
  return {
    container: {
      ...{ type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral },
      ...(message.thread_ts && { thread_ts: message.thread_ts }),
    },
    ...{ channel: channelOf(actor, channel), trigger_id: cloud.triggers.issue(person.id) },
    ...(!isEphemeral && { message: sent(message) }),
    state: { values: isTaken ? {} : handedBack(values) },
    response_url: cloud.responseUrls.issue(thing),
  };
}

function fromWindow({ cloud, team, person }: SlackActor, window: SlackWindow): JsonObject {
  return {
    ...ownTeam(person),
    container: { type: 'view', view_id: window.id },
    view: windowPayload(window, team.id, team.app),
    trigger_id: cloud.triggers.issue(person.id, window.id),
  };
}

/** In a window somebody of another organisation is in their own team, where the app is not. */
const ownTeam = ({ facts: { otherTeam: id } }: KnownPerson): JsonObject =>
  id === undefined ? {} : { team: { id, domain: 'other' }, enterprise: null };

export function windowEventPayload(
  actor: SlackActor,
  type: 'view_submission' | 'view_closed',
  window: SlackWindow,
): JsonObject {
  const { cloud, team, person } = actor;
  const isSubmission = type === 'view_submission';
  return {
    ...{ type, ...actorPayload(actor), ...ownTeam(person) },
    view: windowPayload(window, team.id, team.app),
    ...(isSubmission && {
      trigger_id: cloud.triggers.issue(person.id, window.id),
      response_urls: [],
    }),
    ...(!isSubmission && { is_cleared: false }),
  };
}

/** A shortcut of the composer; one of a message when there is one. */
export function shortcutPayload(
  actor: SlackActor,
  callbackId: string,
  message?: SlackMessage,
): JsonObject {
  const { cloud, team, person } = actor;
  const common = {
    ...{ ...actorPayload(actor), callback_id: callbackId, action_ts: timestamp(cloud) },
    trigger_id: cloud.triggers.issue(person.id),
  };
  if (!message) return { type: 'shortcut', ...common };
  const { channel, ts } = message;
  const thing = { team: team.id, channel, user: person.id, ts, isEphemeral: false };
  return {
    ...{ type: 'message_action', ...common, message_ts: ts, message: sent(message) },
    ...{ channel: channelOf(actor, channel), response_url: cloud.responseUrls.issue(thing) },
  };
}

const channelOf = ({ team }: SlackActor, id: string) => ({
  ...{ id, name: team.channels.get(id)?.name ?? 'directmessage' },
});

const sent = ({ channel: _, ...message }: SlackMessage): JsonObject => ({
  ...(handedBack(message) as JsonObject),
  type: 'message',
});
