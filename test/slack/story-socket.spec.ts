import { expect } from '@jest/globals';
import { Booking } from '../../src/bookings/booking.entity.js';
import { CancelBooking } from '../../src/bookings/cancel-booking.service.js';
import { Database } from '../../src/database/database.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { Listening } from '../../src/shared/http/listening.js';
import type { TestApp } from '../e2e/app.js';
import { eventually } from './eventually.js';
import { bySocket } from './slack-start.js';
import { tellStory } from './story.js';

/** The operator gives the tokens of the one workspace. */
tellStory({
  name: 'over a socket, for one workspace',
  environment: bySocket,
  connect: async ({ slack, app }) => {
    await app.nest.get(Listening).announce();
    const socket = slack.reachesAppBySocket();
    await slack.until('the product connects', () => socket.connections === 1);
  },
  interrupt: async (slack) => {
    const socket = slack.reachesAppBySocket();
    socket.disconnect('refresh_requested');
    await slack.until('the old connection closes', () => socket.connections === 0);
    await slack.until('the product connects anew', () => socket.connections === 1);
    expect(slack.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(2);
  },
  afterwards: async ({ slack, app, ada }) => {
    await eventually('the calendar is paused', async () => {
      const { json } = await app.ask({ path: '/api/v1/calendars/ada/intro-call' });
      return (json as { state: string }).state === 'paused';
    });
    const before = slack.calls.length;
    await cancelOne(app);
    expect(slack.calls).toHaveLength(before);
    slack.installAgain();
    await ada.dm('/schedule resume');
    await ada.told('“Intro call” takes bookings again.');
  },
});

/** What follows is told to whoever can be told. */
async function cancelOne({ nest }: TestApp): Promise<void> {
  const booking = await nest
    .get(Database)
    .read((entities) => entities.findOneOrFail(Booking, { status: 'confirmed' }));
  await nest.get(CancelBooking).run({ booking, actor: 'attendee', reason: null });
  await nest.get(Jobs).settle(20_000);
}
