import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPlatform } from '../../bots/core/chat-platform.js';
import { type Message, sentences } from '../../bots/core/message.js';
import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';

/** A platform under test, and eyes to see what people see there. */
export interface PlatformStage {
  readonly platform: ChatPlatform;
  readonly asker: ChatPerson;
  /** Everything that was shown, as text. */
  readonly shown: () => string;
}

/** What every platform promises to the assistant. */
export function chatPlatformContract(name: string, stage: () => PlatformStage): void {
  describe(`${name} keeps the promises of a chat platform`, () => {
    let here: PlatformStage;
    let channel: ChannelAddress;

    beforeEach(async () => {
      here = stage();
      const found = await here.platform.findChannel(here.asker, '#bookings');
      if (!found.ok) throw new Error('There is no #bookings.');
      channel = found.value;
    });

    it('names the channel as people write it, on its own platform', () => {
      expect(channel).toMatchObject({ platform: here.platform.name, channelName: '#bookings' });
    });

    it('shows what is posted, and answers with a reference', async () => {
      const posted = await here.platform.post(channel, sentences('Grace is coming'));
      expect(posted).toMatchObject({ ok: true });
      expect(here.shown()).toContain('Grace is coming');
    });

    it('shows a message anew when it is edited, under a reference that still works', async () => {
      const first = await reference(here.platform.post(channel, sentences('at nine')));
      const second = await reference(here.platform.edit(channel, first, sentences('at ten')));
      await here.platform.edit(channel, second, sentences('at eleven'));
      expect(here.shown()).toContain('at eleven');
    });

    it('shows replies', async () => {
      const posted = await reference(here.platform.post(channel, sentences('card')));
      expect(await here.platform.reply(channel, posted, sentences('moved'))).toMatchObject({
        ok: true,
      });
      expect(here.shown()).toContain('moved');
    });

    it('shows a reply anew when it is edited', async () => {
      const posted = await reference(here.platform.post(channel, sentences('card')));
      const reply = await reference(here.platform.reply(channel, posted, sentences('moved')));
      await here.platform.edit(channel, reply, sentences('taken back'));
      expect(here.shown()).toContain('taken back');
    });

    it('says so when the message to edit is gone, unless it is shown all the same', async () => {
      const edited = await here.platform.edit(channel, 'never-posted', sentences('still told'));
      const answer = here.shown().includes('still told')
        ? { ok: true }
        : { problem: { isGone: true } };
      expect(edited).toMatchObject(answer);
    });

    it('tells a person by themselves', async () => {
      await here.platform.tell(here.asker, sentences('for your eyes'));
      expect(here.shown()).toContain('for your eyes');
    });

    it('finds people, and answers in a sentence when a name cannot be one', async () => {
      const found = await here.platform.findPerson(here.asker, '@sam');
      expect(found).toMatchObject({ ok: true, value: { platform: here.platform.name } });
      const nobody = await here.platform.findPerson(here.asker, '@?!');
      expect(nobody).toMatchObject({ ok: false, problem: { sentence: expect.any(String) } });
    });

    it('talks with a person alone in a place like a channel', async () => {
      const alone = await here.platform.directChannel(here.asker);
      if (!alone.ok) throw new Error('There is no such place.');
      expect(alone.value.platform).toBe(here.platform.name);
      expect(alone.value.channel).not.toBe(channel.channel);
      const posted = await reference(here.platform.post(alone.value, sentences('a card')));
      await here.platform.edit(alone.value, posted, sentences('a card, changed'));
      expect(here.shown()).toContain('a card, changed');
    });

    it('says whom to ask for what only admins may do', async () => {
      const profile = await here.platform.profileOf(here.asker);
      expect(profile.admins).toMatch(/\S/);
    });

    it('answers in a sentence when a name cannot be a channel', async () => {
      const nowhere = await here.platform.findChannel(here.asker, '#?!');
      expect(nowhere).toMatchObject({ ok: false, problem: { sentence: expect.any(String) } });
    });

    it('takes a message with every part there is', async () => {
      expect(await here.platform.post(channel, everyPart)).toMatchObject({ ok: true });
      expect(here.shown()).toContain('https://book.example.com/ada');
    });
  });
}

const at = Date.parse('2027-02-01T09:00:00Z');

const everyPart: Message = {
  title: 'A title',
  lines: [
    ['plain, ', { kind: 'time', at, timeZone: 'Europe/Berlin' }],
    [{ kind: 'time', at, timeZone: 'Europe/Berlin', isFormer: true }],
    [{ kind: 'link', url: 'https://book.example.com/ada' }],
    [],
  ],
  buttons: [
    { verb: 'cancel', subject: 'x', label: 'Cancel', look: 'danger' },
    { verb: 'accept-host', subject: 'y', label: 'Accept', look: 'primary' },
  ],
};

async function reference(delivery: ReturnType<ChatPlatform['post']>): Promise<string> {
  const delivered = await delivery;
  if (!delivered.ok) throw new Error(delivered.problem.sentence);
  return delivered.value;
}
