import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BOOK_AUTHOR, BOOK_TIME, SHARE_LINK } from '../../bots/slack/manifest/shortcuts.js';
import { BOT_SCOPES } from '../../bots/slack/manifest/scopes.js';
import { startTestApp, type TestApp } from '../e2e/app.js';
import type { SlackChannel } from '../fakes/slack/slack-channel.js';
import type { SeenMessage } from '../fakes/slack/slack-message.js';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import { SlackWorkspace } from '../fakes/slack/slack-workspace.js';
import { slackProblems } from './slack-problems.js';

/** Who tells the story: how the product is connected, and how it is let in. */
export interface SlackScene {
  readonly name: string;
  environment(slack: SlackWorkspace): Readonly<Record<string, string>>;
  /** Afterwards what happens in Slack reaches the product. */
  connect(stage: SlackStage): Promise<void>;
  /** Slack breaks off and begins anew, in the middle of things. */
  interrupt?(slack: SlackWorkspace): Promise<void>;
  /** What stands when the workspace has taken the product out. */
  afterwards(stage: SlackStage): Promise<void>;
}

interface SlackStage {
  readonly slack: SlackWorkspace;
  readonly app: TestApp;
  readonly ada: SlackPerson;
}

/** Each step follows from the one before: the story is one, told in order. */
export function tellStory(scene: SlackScene): void {
  describe(`from set-up to uninstall in Slack, ${scene.name}`, () => {
    let slack: SlackWorkspace;
    let app: TestApp;
    let ada: SlackPerson;
    let grace: SlackPerson;
    let sales: SlackChannel;
    let lobby: SlackChannel;
    let card: SeenMessage;

    const book = async (day: string, time: string) => {
      await grace.command('/book with @Ada', { channel: sales });
      await grace.choose('Day', day);
      await grace.choose('Time', time);
      await grace.submit();
    };

    beforeAll(async () => {
      slack = await SlackWorkspace.start({ scopes: BOT_SCOPES });
      slack.onOutgoing(slackProblems);
      ada = slack.person('Ada', { tz: 'Europe/Berlin', email: 'ada@example.com' });
      grace = slack.person('Grace', { tz: 'America/New_York', email: 'grace@example.com' });
      sales = await slack.channel('sales', { members: [ada, grace] });
      lobby = await slack.channel('lobby', { members: [ada, grace] });
      app = await startTestApp({ environment: scene.environment(slack) });
      await scene.connect({ slack, app, ada });
    });

    afterAll(async () => {
      await app.stop();
      await slack.stop();
    });

    it('offers a newcomer who opens its home to set up, in a window', async () => {
      const { text, buttons } = await ada.openHome();
      expect(text).toContain('Set up in one minute');
      expect(buttons).toContain('Set up');
      const { window } = await ada.press('Set up', { in: 'home' });
      expect(window?.title).toBe('New booking calendar');
      await ada.close();
    });

    it('sets a calendar up in one window, whose answer holds the link and free times', async () => {
      const { window } = await ada.command('/schedule setup', { channel: sales });
      expect(window?.title).toBe('New booking calendar');
      await ada.fill({ Title: 'Intro call', Duration: 'soon' });
      expect(Object.keys((await ada.submit()).errors)).toEqual(['Duration']);
      await ada.fill({ Duration: '30', 'Booking alerts in': '#sales' });
      const { text } = await ada.submit();
      expect(text).toContain('https://book.example.com/ada/intro-call');
      expect(text.match(/^• .+2027, \d\d:\d\d$/gm)).toHaveLength(3);
      await ada.close();
      const approval = await ada.command('/schedule set approval on', { channel: sales });
      expect(approval.text).toContain('Approval: automatic → by the host');
    });

    it('lets somebody else ask for a time in a window, in their own zone', async () => {
      await book('Tue 2 Feb 2027', '10:00');
      await grace.choose('Time', 'Tue 2 Feb 2027, 09:00');
      expect(grace.modal().text).toContain('09:00 (America/New_York)');
      await grace.choose('Time', 'Tue 2 Feb 2027, 10:00');
      const { title, fields } = grace.modal();
      expect(title).toBe('Book a time');
      const values = Object.fromEntries(fields.map(({ label, value }) => [label, value]));
      const time = 'Tue 2 Feb 2027, 10:00';
      expect(values).toMatchObject({ Time: time, Name: 'Grace', 'E-mail': 'grace@example.com' });
      expect((await grace.submit()).text).toContain('Requested: “Intro call” with Ada');
      await grace.close();
    });

    it('alerts the channel with one card, which strangers cannot press', async () => {
      card = await sales.message(/^Booking request\nGrace · Intro call/);
      expect(card.text).toContain('Tuesday, 2 February 2027, 16:00');
      expect(card.text).toContain('[Confirm] [Propose times] [Decline]');
      expect(card.notice).toContain('Booking request');
      const refusal = await grace.press('Confirm', { in: card });
      expect(refusal).toMatchObject({ how: 'ephemeral', text: 'That is not your booking.' });
    });

    it('confirms by a press: the card is edited, its thread told, and once', async () => {
      const { text } = await ada.press('Confirm', { in: card });
      expect(text).toContain('Confirmed.');
      const press = slack.sent.at(-1);
      await sales.message(/^Booked\nGrace · Intro call/);
      await sales.reply(card, 'Confirmed by Ada.');
      if (press) await slack.deliverAgain(press);
      await grace.told(/^Booked\nIntro call with Ada\nTuesday, 2 February 2027, 10:00/);
      expect(sales.messages()).toHaveLength(1);
      expect(sales.thread(card)).toHaveLength(1);
    });

    it('shows the host on their home what was set up and booked, though they open it no more', async () => {
      await slack.until('the booking on the home', () =>
        /Nothing waits for your answer\.[^]*Next\n[^]*Grace/.test(ada.home().text),
      );
      expect(ada.home().text).toContain('https://book.example.com/ada/intro-call');
      expect((await grace.openHome()).text).toContain('Intro call with Ada');
    });

    it('goes on when Slack breaks off and begins anew', async () => {
      await scene.interrupt?.(slack);
      const { text } = await grace.dm('/book list');
      expect(text).toContain('Intro call with Ada');
    });

    it('shows the next free times below a booking link, posted or about to be, and of no other', async () => {
      const link = 'https://book.example.com/ada/intro-call';
      const shared = await ada.shares(`${link}?once=secret ${link} ${link}-2`, lobby);
      expect(shared.text).toContain('30 min with Ada\nNext free times');
      const unfurled = slack.calls.findLast(({ method }) => method === 'chat.unfurl');
      expect(Object.keys(unfurled?.body['unfurls'] ?? {})).toEqual([link]);
      const written = await grace.shares(link, lobby, 'composer');
      const { window } = await grace.press('Book time', { in: written });
      expect(window?.title).toBe('Book a time');
      await grace.close();
    });

    it('opens windows for its shortcuts, and says in words where there is nothing to open', async () => {
      const anybody = await grace.shortcut(BOOK_TIME);
      expect(anybody.window?.title).toBe('Book a time');
      await grace.close();
      const [byAda, byGrace] = lobby.messages();
      expect((await grace.shortcut(BOOK_AUTHOR, byAda)).text).toContain('Intro call with Ada');
      await grace.close();
      const nobody = await ada.shortcut(BOOK_AUTHOR, byGrace);
      expect(nobody.text).toContain('Grace has no booking calendar');
      await ada.close();
      const program = await grace.shortcut(BOOK_AUTHOR, card);
      expect(program.text).toContain('is a program, not a person');
      await grace.close();
    });

    it('shares a booking link by its shortcut, where the app is, too', async () => {
      const { window } = await ada.shortcut(SHARE_LINK);
      expect(window?.title).toBe('Share my booking link');
      await ada.fill({ Where: '#lobby' });
      expect((await ada.submit()).text).toContain('#lobby');
      await ada.close();
      const shared = await lobby.message(/^Book a time: Intro call/);
      expect(shared.text).toContain('[Book time]');
      expect((await grace.shortcut(SHARE_LINK)).text).toContain('no booking calendar');
      await grace.close();
    });

    it('moves it in a window that the card opens', async () => {
      await ada.press('Reschedule', { in: card });
      await ada.choose('How', 'Move without asking');
      await ada.choose('Day', 'Wed 3 Feb 2027');
      await ada.fill({ Times: ['10:00'] });
      expect((await ada.submit()).text).toContain(
        'Grace now has Wednesday, 3 February 2027, 10:00',
      );
      await ada.close();
      const { text } = await sales.message(/^Moved\nGrace · Intro call/);
      expect(text).toContain(
        '~Tuesday, 2 February 2027, 16:00~\nWednesday, 3 February 2027, 10:00',
      );
      await sales.reply(card, /^Moved/);
      await grace.told(/~Tuesday, 2 February 2027, 10:00~\nWednesday, 3 February 2027, 04:00/);
    });

    it('declines another in a window that the card opens, and tells whoever asked', async () => {
      await book('Thu 4 Feb 2027', '09:00');
      await grace.submit();
      await grace.close();
      const second = await sales.message(/^Booking request\nGrace · Intro call/);
      await ada.press('Decline', { in: second });
      await ada.fill({ Reason: 'I am away <that day>' });
      expect((await ada.submit()).text).toContain('Declined.');
      await ada.close();
      await sales.message(/^Declined\nGrace · Intro call/);
      await sales.reply(second, /Declined/i);
      expect((await grace.told(/^Declined/)).text).toContain('I am away <that day>');
      expect(sales.messages()).toHaveLength(2);
    });

    it('asks back by buttons where nobody can type, and shows what came of it in their place', async () => {
      const line = '/schedule off add 2027-03-03 22:00-02:00';
      const { message, text } = await ada.command(line, { channel: sales });
      expect(text).toMatch(/\[Yes, save it\] \[No\]$/);
      expect(text).not.toContain('Answer yes');
      if (!message) throw new Error('Nothing was shown.');
      await ada.press('Yes, save it', { in: message });
      const after = ada.again(message).text;
      expect(after).toContain('Blocked: Wed 3 Mar 2027');
      expect(after).not.toContain('[No]');
    });

    it('names people by mention where one person reads', async () => {
      const { text } = await ada.command('/schedule calendar delegate add @Grace');
      expect(text).toMatch(/^@Grace may now list/);
      expect((await grace.told(/You may now act/)).text).toContain('the bookings of @Ada');
      const { text: list } = await ada.command('/schedule calendar delegate', { channel: sales });
      expect(list).toContain('• @Grace');
    });

    it('asks a host whose profile moves whether their hours go along', async () => {
      await ada.moves('Asia/Tokyo');
      const question = await ada.told(/^You seem to be in Asia\/Tokyo now/);
      const { text } = await ada.press('Until Mon 8 Feb 2027', { in: question });
      expect(text).toContain('Travel: none → Asia/Tokyo Mon 1 Feb 2027 – Mon 8 Feb 2027');
      expect(ada.again(question).text).not.toContain('Until Mon 8 Feb 2027]');
    });

    it('is left by the workspace that takes it out', async () => {
      await slack.uninstall();
      await scene.afterwards({ slack, app, ada });
    });
  });
}
