import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import { AbuseStage } from './abuse-stage.js';

/** Whoever did something sees what came of it, though Slack is out of order while it is shown. */
describe('what was done', () => {
  let stage: AbuseStage;
  let ada: SlackPerson;
  let grace: SlackPerson;

  beforeAll(async () => {
    stage = await AbuseStage.open();
    ({ ada, grace } = stage.people);
  }, 60_000);
  afterEach(() => {
    stage.slack.faults.lift();
  });
  afterAll(() => stage.close());

  const reads = (person: SlackPerson, words: RegExp) =>
    stage.slack.until(`${person.name} reads ${words.source}`, () =>
      person.hasModal && words.test(person.modal().text) ? person.modal() : undefined,
    );
  const handsIn = async (when: string): Promise<void> => {
    await grace.command(`/book with @Ada ${when}`, { channel: stage.sales });
    await grace.submit();
  };

  it('is shown once Slack can draw again', async () => {
    await handsIn('2027-02-02 10:00');
    stage.slack.faults.add('views.update', { status: 500 }, 1);
    await Promise.all([grace.submit().catch(() => null), reads(grace, /^Requested/m)]);
    expect(await stage.kept()).toMatchObject([{ status: 'pending' }]);
    await grace.close();
  });

  it('is shown after the pause that Slack asks for', async () => {
    stage.slack.faults.add('views.update', { retryAfter: 1 }, 1);
    await ada.command('/schedule set title', { channel: stage.sales }).catch(() => null);
    await reads(ada, /Title/);
    await ada.close();
  });

  it('is told directly where no window shows it', async () => {
    stage.slack.faults.add('views.update', { error: 'invalid_arguments' }, 1);
    // Its answer is looked for in the window, where it never comes.
    void ada.command('/schedule set title', { channel: stage.sales }).catch(() => null);
    await ada.told(/^Slack could not show the window\. Give the command again\./);
    await ada.close();
  });

  it('and why it reaches nobody is said in the log, without their name', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    stage.slack.faults.add('views.update', { error: 'invalid_arguments' }, 1);
    stage.slack.faults.add('conversations.open', { error: 'user_disabled' });
    const before = stage.slack.calls.length;
    void ada.command('/schedule set title', { channel: stage.sales }).catch(() => null);
    await stage.slack.until('Slack is asked', () =>
      stage.slack.calls.slice(before).find(({ method }) => method === 'conversations.open'),
    );
    await stage.settled();
    const said = warned.mock.calls.map(String).join('\n');
    warned.mockRestore();
    expect(said).toContain('user_disabled');
    expect(said).not.toContain('Ada');
    await ada.close();
  });

  it('shows the later of two changes, though the earlier one was drawn meanwhile', async () => {
    await grace.command('/book with @Ada', { channel: stage.sales });
    stage.slack.faults.add(
      'views.update',
      { error: 'hash_conflict', when: (body) => 'hash' in body },
      1,
    );
    await grace.choose('Day', 'Fri 5 Feb 2027');
    await stage.settled();
    const { fields } = grace.modal();
    expect(fields.find(({ label }) => label === 'Day')?.value).toBe('Fri 5 Feb 2027');
    const calls = stage.slack.calls.filter(({ method }) => method === 'views.update');
    expect(calls.at(-1)?.body).not.toHaveProperty('hash');
    await grace.close();
  });

  it('in the home tab opens a window before anything is looked up', async () => {
    await ada.openHome();
    const before = stage.slack.calls.length;
    await ada.press('Pause', { in: 'home' });
    const [first] = stage.slack.calls.slice(before);
    expect(first?.method).toBe('views.open');
    await reads(ada, /Paused/);
    await ada.close();
  });
});
