import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../src/shared/clock.js';
import { type SlackAnswer, SlackClient } from './slack.client.js';

export const userSchema = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  enterprise_user: z
    .object({ enterprise_id: z.string().optional(), teams: z.array(z.string()).optional() })
    .optional(),
  tz: z.string().optional(),
  profile: z
    .object({
      email: z.string().optional(),
      real_name: z.string().optional(),
      display_name: z.string().optional(),
    })
    .optional(),
});

/** What Slack knows of somebody. */
export type SlackUser = z.output<typeof userSchema>;

/** How long what Slack said of somebody is believed, in milliseconds. */
const BELIEVED_FOR = 60_000;

/** Of so many people at most it is kept in mind. */
const MOST_KEPT = 5_000;

/** Asks Slack about its people, and remembers the answers for a moment: a dialogue asks at every step. */
@Injectable()
export class SlackPeople {
  private readonly kept = new Map<string, { readonly user: SlackUser; readonly until: number }>();

  constructor(
    private readonly slack: SlackClient,
    private readonly clock: Clock,
  ) {}

  async find(workspace: string, userKey: string): Promise<SlackAnswer<SlackUser>> {
    const key = `${workspace} ${userKey}`;
    const kept = this.kept.get(key);
    if (kept && kept.until > this.clock.now()) return { ok: true, value: kept.user };
    const answer = await this.slack.call(
      { workspace, method: 'users.info', with: { user: userKey } },
      z.object({ user: userSchema }),
    );
    if (!answer.ok) return answer;
    const { user } = answer.value;
    this.keep(key, user);
    return { ok: true, value: user };
  }

  /** Their profile was changed. */
  forget(workspace: string, userKey: string): void {
    this.kept.delete(`${workspace} ${userKey}`);
  }

  /** The longest known go first. */
  private keep(key: string, user: SlackUser): void {
    this.kept.delete(key);
    this.kept.set(key, { user, until: this.clock.now() + BELIEVED_FOR });
    const [first] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && first !== undefined) this.kept.delete(first);
  }
}

/** As people know them. */
export const nameOfUser = ({ name, real_name, profile }: SlackUser): string =>
  [profile?.display_name, profile?.real_name, real_name, name].find((one) => one) ?? '';

/**
 * Full members only: neither guests nor people of another organisation, nor programs. Slack calls an
 * outsider who shares a channel with the app no stranger, so the workspace has to be theirs.
 */
export const isFullMember = (user: SlackUser, workspace: string): boolean =>
  isOf(workspace, user) &&
  !user.is_restricted &&
  !user.is_ultra_restricted &&
  !user.is_stranger &&
  !user.is_bot &&
  !user.deleted;

/** Whether this is their team, one of several, or their organisation. */
const isOf = (workspace: string, { team_id, enterprise_user: of }: SlackUser): boolean =>
  team_id === workspace ||
  of?.enterprise_id === workspace ||
  of?.teams?.includes(workspace) === true;
