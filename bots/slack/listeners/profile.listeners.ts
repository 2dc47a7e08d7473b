import { Injectable } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { slackPerson } from '../slack-address.js';
import { nameOfUser, SlackPeople, userSchema } from '../slack-people.js';
import { workspaceOf } from '../slack-turn.js';
import { SlackZones } from '../slack-zones.js';

const changeSchema = z.object({ user: userSchema });

/** Hears of changed profiles: what was known of that person is not true any more. */
@Injectable()
export class ProfileListeners {
  constructor(
    private readonly people: SlackPeople,
    private readonly zones: SlackZones,
  ) {}

  listen(app: App): void {
    app.event('user_change', ({ event, context }) => {
      const change = changeSchema.safeParse(event);
      if (!change.success) return Promise.resolve();
      const { user } = change.data;
      const workspace = workspaceOf(context);
      this.people.forget(workspace, user.id);
      const name = nameOfUser(user) || user.id;
      this.zones.notice(slackPerson({ workspace, userKey: user.id, name }), user.tz);
      return Promise.resolve();
    });
  }
}
