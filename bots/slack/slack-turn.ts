import { z } from 'zod';
import { SLACK } from './slack-address.js';
import type { Told } from '../core/deliveries.js';

/** Somebody did something in Slack, as Bolt hands it over. */
export interface SlackTurn {
  /** The team, or the organisation where the app is installed for all its teams. */
  readonly workspace: string;
  readonly userKey: string;
  /** As far as the request tells. */
  readonly name: string;
  /** Slack's own name for what happened, the same each time it is told. */
  readonly key: string;
}

/** Of a request that Bolt has looked at. */
interface Source {
  readonly isEnterpriseInstall: boolean;
  readonly enterpriseId?: string | undefined;
  readonly teamId?: string | undefined;
}

export const workspaceOf = ({ isEnterpriseInstall, enterpriseId, teamId }: Source): string =>
  (isEnterpriseInstall ? enterpriseId : teamId) ?? enterpriseId ?? '';

const inWindow = z.object({ view: z.object({ app_installed_team_id: z.string() }) });

/**
 * The same of an action: somebody of another organisation does it in a window of their own team, where
 * the app is not. Bolt looks for that only where a window is handed in or closed.
 */
export function workspaceOfAction(source: Source, body: unknown): string {
  const read = inWindow.safeParse(body);
  const teamId = read.success ? read.data.view.app_installed_team_id : source.teamId;
  return workspaceOf({ ...source, teamId });
}

export const toldOf = ({ workspace, key }: Pick<SlackTurn, 'workspace' | 'key'>): Told => ({
  platform: SLACK,
  key: `${workspace} ${key}`,
});

export type Named = Pick<SlackTurn, 'workspace' | 'userKey' | 'name'>;

const event = z.object({ event_id: z.string() });

/** Of an event, as Slack wraps it. */
export const eventTurn = (
  workspace: string,
  body: unknown,
): Pick<SlackTurn, 'workspace' | 'key'> => ({
  workspace,
  key: `event ${event.parse(body).event_id}`,
});
