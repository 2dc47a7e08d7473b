import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SeenMessage } from '../fakes/slack/slack-message.js';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import { AbuseStage, buttonIn } from './abuse-stage.js';

/** Signatures (D1, D16) are in signature.spec.ts, texts (D4, D5) in anything.spec.ts, repetition (D2, D3) in told-again.spec.ts. */
describe('what in Slack is of yesterday, of somebody else, or made up', () => {
  let stage: AbuseStage;
  let ada: SlackPerson;
  let grace: SlackPerson;
  let mallory: SlackPerson;
  let card: SeenMessage;
  let errors: ReturnType<typeof jest.spyOn>;

  beforeAll(async () => {
    errors = jest.spyOn(Logger.prototype, 'error');
    stage = await AbuseStage.open();
    ({ ada, grace, mallory } = stage.people);
    card = await stage.request('2027-02-02 10:00');
  }, 60_000);
  afterEach(() => expect(errors).not.toHaveBeenCalled());
  afterAll(async () => {
    errors.mockRestore();
    await stage.close();
  });

  it('D7: a button that somebody else presses does nothing and tells them nothing', async () => {
    const before = await stage.kept();
    for (const button of ['Confirm', 'Decline', 'Propose times']) {
      const { text } = await mallory.press(button, { in: card });
      expect(text.replace('Vis-à-vis\n', '')).toBe('That is not your booking.');
      if (mallory.hasModal) await mallory.close();
    }
    expect(await stage.kept()).toEqual(before);
  });

  it('D6: a button of an old message says what has become of the booking', async () => {
    const confirm = buttonIn(card, 'Confirm');
    await ada.press('Propose times', { in: card });
    await ada.close();
    await grace.dm('cancel');
    await grace.dm('yes');
    await stage.sales.message(/^Cancelled/);
    const before = await stage.kept();
    await stage.slack.deliver(stage.forged(ada, { actions: [confirm] }));
    await stage.settled();
    expect(ada.ephemerals().at(-1)?.text).toBe('It was cancelled already.');
    expect(await stage.kept()).toEqual(before);
  });

  it('D8: ids and values that are forged, huge or of another person come to nothing', async () => {
    card = await stage.request('2027-02-03 10:00');
    const { message: picker } = await grace.dm('book with ada');
    const [, dialogue = ''] = /choose:[^:]+:([^:"]+)/.exec(JSON.stringify(picker?.blocks)) ?? [];
    expect(dialogue).not.toBe('');
    const before = await stage.kept();
    const ids: readonly (readonly [string, string])[] = [
      ...(['fly', 'confirm', 'cancel', 'undo'] as const).map(
        (verb) => [`press:0:${verb}`, "' or 1=1 --"] as const,
      ),
      ['press:0:confirm', 'x'.repeat(2_001)],
      ['press:0:keep', '00000000-0000-0000-0000-000000000000'],
      ['press:0:undo', '00000000-0000-0000-0000-000000000000'],
      ['press:0:take-time', 'abc 9e99'],
      ['press:0:give-command', '/schedule-admin hosts add @everyone'],
      ['press:0:start-booking', '\u0000'],
      [`choose:0:${dialogue}:existing`, 'another'],
      [`choose:0:${'x'.repeat(300)}:day`, '2027-02-02'],
      ['field', 'x'],
      ['%zz:%00', '%'],
      ['x'.repeat(5_000), 'x'.repeat(50_000)],
    ];
    for (const [index, [action_id, value]] of ids.entries()) {
      // An address takes five answers.
      if (index % 4 === 0) await mallory.press('Confirm', { in: card });
      const actions = [{ type: 'button', block_id: 'b', action_id, value }];
      const receipt = await stage.slack.deliver(stage.forged(mallory, { actions }));
      expect(receipt.status).toBe(200);
      await stage.settled();
    }
    expect(await stage.kept()).toEqual(before);
    expect(grace.again(card).text).toBe(card.text);
    const told = [...mallory.ephemerals(), ...(await mallory.directMessages())];
    expect(told.map(({ text }) => text).filter((text) => /Grace|Feb/.test(text))).toEqual([]);
    expect(grace.again(picker ?? card).text).toContain('You have a booking with Ada already');
  });

  it('D8: windows whose hidden words are forged, huge or of another person come to nothing', async () => {
    const viewOf = async (who: SlackPerson) => {
      await who.command('/book with @Ada', { channel: stage.sales });
      await who.choose('Day', 'Thu 4 Feb 2027');
      return stage.slack.sent.at(-1)?.payload['view'] as { readonly private_metadata: string };
    };
    const theirs = await viewOf(grace);
    const own = await viewOf(mallory);
    const { value: booking } = buttonIn(card, 'Confirm');
    const [calendar] = await stage.app.database.query<{ id: string }>(
      'select id from booking_calendar',
    );
    const mark = (kind: string, subject = '') =>
      JSON.stringify({ kind, subject, timeZone: 'Europe/Berlin' });
    const before = await stage.kept();
    const marks: readonly (readonly [string, RegExp | null])[] = [
      [mark('cancel', `cancel ${booking}`), /That is not your booking/],
      [mark('hours', calendar?.id), /That calendar is no longer yours/],
      [mark('booking', 'x'.repeat(200)), /This picker has expired/],
      [mark('nothing'), /This form is from an earlier time/],
      [mark('command', 'schedule-admin hosts add'), /This form is from an earlier time/],
      [theirs.private_metadata, /This picker has expired/],
      ['{"kind":', null],
      [JSON.stringify({ kind: 'booking' }), null],
      ['x'.repeat(5_000), null],
    ];
    for (const [index, [private_metadata, words]] of marks.entries()) {
      const view = { ...own, private_metadata, hash: `forged ${index}` };
      const given = { type: 'view_submission', view, actions: undefined };
      const { status, body } = await stage.slack.deliver(stage.forged(mallory, given));
      await stage.settled();
      expect(status).toBe(200);
      if (words === null)
        expect(JSON.stringify(body)).toContain('This form is from an earlier time');
      else expect(mallory.modal().text).toMatch(words);
    }
    expect(await stage.kept()).toEqual(before);
  });
});
