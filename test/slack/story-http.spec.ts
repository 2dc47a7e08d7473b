import { expect, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eventually } from './eventually.js';
import { byInstalling } from './slack-start.js';
import { tellStory } from './story.js';

/** A workspace brings its own tokens, by the page on which it installs the app. */
tellStory({
  name: 'by requests, installed by its page',
  environment: byInstalling,
  connect: async ({ slack, app, ada }) => {
    slack.reachesAppAt(`${app.url}/slack/events`);
    const faults = jest.spyOn(Logger.prototype, 'error');
    const declined = await ada.installs(app.url, { declines: true });
    expect(declined.text).toContain('Nothing was installed and nothing is kept.');
    expect(faults).not.toHaveBeenCalled();
    faults.mockRestore();
    const { status, text } = await ada.installs(app.url);
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('Installed') });
  },
  afterwards: async ({ app, ada }) => {
    await eventually('its tokens are gone', async () => {
      const kept = await app.database.query('select 1 from slack_installation');
      return kept.length === 0;
    });
    expect((await ada.installs(app.url)).status).toBe(200);
    const back = await ada.told(/^I am back\n“Intro call” was paused/);
    const { text } = await ada.press('Resume Intro call', { in: back });
    expect(text).toContain('“Intro call” takes bookings again.');
    expect((await ada.command('/schedule link')).text).toContain('/ada/intro-call');
  },
});
