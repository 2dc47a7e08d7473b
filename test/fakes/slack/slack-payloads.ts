import { randomBytes } from 'node:crypto';
import { escapedText, type JsonObject } from './slack-blocks.js';
import type { SlackCloud } from './slack-cloud.js';
import { handleOf, type KnownPerson } from './slack-people.js';
import { slackId } from './slack-emulator.js';
import type { SlackTeam } from './slack-team.js';

/** Who does something, and where. */
export interface SlackActor {
  readonly cloud: SlackCloud;
  readonly team: SlackTeam;
  readonly person: KnownPerson;
}

export interface ChannelName {
  readonly id: string;
  readonly name: string;
}

/** What every payload of something pressed or handed in begins with. */
export function actorPayload({ team, person }: SlackActor): JsonObject {
  const { enterprise } = team;
  const handle = handleOf(person.name);
  const team_id = person.facts.otherTeam ?? team.id;
  return {
    ...{ token: 'verification', api_app_id: team.app.appId },
    user: { id: person.id, username: handle, name: handle, team_id },
    team: {
      ...{ id: team.id, domain: team.domain },
      ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    },
    ...{ enterprise, is_enterprise_install: enterprise !== null },
  };
}

export function commandPayload(
  { cloud, team, person }: SlackActor,
  line: string,
  channel: ChannelName,
): JsonObject {
  const [, command = line, text = ''] = /^(\/\S+)\s*([^]*)$/.exec(line) ?? [];
  const thing = { team: team.id, channel: channel.id, user: person.id };
  return {
    ...{ token: 'verification', api_app_id: team.app.appId, command, text: escaped(text, team) },
    ...{ team_id: team.id, team_domain: team.domain },
    ...(team.enterprise && { enterprise_id: team.enterprise.id }),
    ...{ channel_id: channel.id, channel_name: channel.name },
    ...{ user_id: person.id, user_name: handleOf(person.name) },
    is_enterprise_install: team.enterprise !== null,
    response_url: cloud.responseUrls.issue({ ...thing, ts: null, isEphemeral: true }),
    trigger_id: cloud.triggers.issue(person.id),
  };
}

/** An event as it comes, with an id by which it is known when it comes again. */
export function eventPayload({ cloud, team }: Omit<SlackActor, 'person'>, event: JsonObject) {
  const isOrg = team.enterprise !== null;
  return {
    ...{ token: 'verification', type: 'event_callback', api_app_id: team.app.appId },
    ...{ team_id: team.id, context_team_id: team.id, context_enterprise_id: null },
    ...(team.enterprise && { enterprise_id: team.enterprise.id }),
    event: { event_ts: timestamp(cloud), ...event },
    ...{ event_id: slackId('Ev'), event_time: Math.floor(cloud.now() / 1000) },
    authorizations: [
      {
        ...{ enterprise_id: team.enterprise?.id ?? null, team_id: team.id, is_bot: true },
        ...{ user_id: team.app.botUserId, is_enterprise_install: isOrg },
      },
    ],
    ...{ is_ext_shared_channel: false, event_context: `4-${randomBytes(12).toString('hex')}` },
  };
}

export const timestamp = ({ now }: Pick<SlackCloud, 'now'>): string =>
  `${Math.floor(now() / 1000)}.${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;

/** As Slack hands over the text of a command whose `should_escape` is on. */
export function escaped(text: string, team: SlackTeam): string {
  return mentioned(text, team, ({ id, name }) => `<@${id}|${handleOf(name)}>`);
}

/** As Slack keeps what somebody typed as a message. */
export function typed(text: string, team: SlackTeam): string {
  return mentioned(text, team, ({ id }) => `<@${id}>`).replace(/https?:\/\/[^\s<>]+/g, '<$&>');
}

function mentioned(
  text: string,
  team: SlackTeam,
  mention: (person: KnownPerson) => string,
): string {
  const people = [...team.people.all].sort((a, b) => b.name.length - a.name.length);
  const withPeople = people.reduce(
    (said, person) => said.replaceAll(`@${person.name}`, mention(person)),
    escapedText(text),
  );
  return [...team.channels.values()].reduce(
    (said, { id, name }) => said.replaceAll(`#${name}`, `<#${id}|${name}>`),
    withPeople,
  );
}
