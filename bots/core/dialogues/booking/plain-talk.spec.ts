import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../../../src/hosts/identities.service.js';
import { Jobs } from '../../../../src/jobs/jobs.js';
import { ChatRoom, SETUP, textOf } from '../../../../test/chat/chat-room.js';
import type { Message } from '../../message.js';

/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
describe('whoever talks as people do', () => {
  let room: ChatRoom;
  let ada: ChatPerson;
  let grace: ChatPerson;
  let last: Message;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    [ada, grace] = [room.newcomer(), room.newcomer()];
    await room.hear(ada, SETUP);
  });

  const says = async (text: string): Promise<string> => {
    last = await room.hear(grace, text);
    return textOf(last);
  };
  const talk = async (...lines: string[]): Promise<string> => {
    for (const line of lines) await says(line);
    return textOf(last);
  };

  it('moves straight to the time that a line names, or says why not and what is nearest', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    const code = /Code (\w{6})/.exec(textOf(last))?.[1] ?? '';
    expect(await says(`/book move ${code} friday 11:00`)).toContain('Move “Intro call”');
    expect(await says('no')).toBe('Stopped. Nothing was saved.');
    const asked = await says(`/book move ${code} friday 17:00`);
    expect(asked).toContain('The host is not available at this time.');
    expect(asked).toMatch(/Nearest to it: [\d:]+ · [\d:]+ · 16:30\./);
    expect(asked).toContain('At what time on Fri 5 Feb 2027?');
    expect(await says(`/book move ${code} saturday 10:00`)).toMatch(
      /Nothing is free on Sat 6 Feb 2027\.\nNearest to it: .*Fri 5 Feb 2027, 16:30/,
    );
    expect(await says(`/book move ${code} tuesday 10:00`)).toContain('That is its present time.');
    expect(await says(`/book move ${code} tusday 10:00`)).toContain('Did you mean “tuesday');
    expect(await says(`/book move ${code} yesterday 10:00`)).toContain(
      'Sun 31 Jan 2027, 10:00 (Europe/Berlin) is over already.',
    );
    await says('stop');
  });

  it('means the day that is talked about by a time without a day', async () => {
    const thursday = (time: string) => `Thu 11 Feb 2027, ${time} (Europe/Berlin)`;
    await talk(`book 2027-02-11 09:00 with ${ada.userKey}`, '-', '-');
    expect(textOf(last)).toContain(thursday('09:00'));
    expect(await says('10:30')).toContain(thursday('10:30'));
    expect(await says('20:00')).toContain('Nearest to it:');
    expect(textOf(last)).toContain('At what time on Thu 11 Feb 2027?');
    expect(await says('at 3')).toContain(thursday('15:00'));
    await says('another time');
    expect(await says('11:30')).toContain(thursday('11:30'));
    expect(await says('tomorrow 10:00')).toContain('Tue 2 Feb 2027, 10:00');
    expect(await says('11:00')).toContain('Tue 2 Feb 2027, 11:00');
    await talk('2027-02-11 11:30', 'yes');
    const code = /Code (\w{6})/.exec(textOf(last))?.[1] ?? '';
    for (const line of [`/book move ${code} 10:30`, 'move it to 10:30']) {
      expect(await says(line)).toContain(thursday('10:30'));
      await says('stop');
    }
    expect(await says('move my 11:30')).toContain('On which day');
    expect(await says('16:00')).toContain(thursday('16:00'));
    expect(await says('yes')).toContain('Moved');
    await says(`/book cancel ${code} --yes`);
    // Where none is talked about, it is the next such time.
    await talk(`book 15:00 with ${ada.userKey}`, '-', '-');
    expect(textOf(last)).toContain('Mon 1 Feb 2027, 15:00');
    await says('stop');
  });

  it('finds people of two names, and says what behind a name is nothing', async () => {
    const ann: ChatPerson = { ...room.newcomer(), name: 'Ann Maria Lovelace' };
    await room.hear(ann, SETUP);
    for (const name of ['@Ann Maria Lovelace', 'with ann', 'ann', 'Ann Maria Lovelace']) {
      expect(await says(`/book ${name} tomorrow`)).toContain('At what time on Tue 2 Feb 2027?');
    }
    expect(await says('/book annn tomorrow')).toContain(
      `called annn. Did you mean @${ann.userKey}?`,
    );
    expect(await says('/book zoltan')).toMatch(/^Nobody here is called zoltan\. .* \/book people$/);
    expect(await says(`/book @${ann.userKey} Lovelace tomorrow 11:00`)).toBe(
      "I don't know what to do with “Lovelace”.",
    );
    expect(await says(`/book @${ada.userKey} tusday 10:00`)).toContain('Did you mean “tuesday');
    expect(await says(`/book @${ada.userKey} yesterday 10:00`)).toContain('is over already');
    await says('stop');
    expect(await says('@Ann Maria Lovelace friday 11:00')).toContain('e-mail');
    await says('stop');
  });

  it('takes the length that was asked for, or says which there are', async () => {
    expect(await says(`/book @${ada.userKey} tomorrow 20 minutes`)).toContain(
      'A meeting here lasts 30 min, not 20 min.',
    );
    expect(textOf(last)).toContain('At what time on Tue 2 Feb 2027?');
    await room.hear(ada, '/schedule set duration 15, 30, 1h');
    await says('stop');
    expect(await says(`20 minutes with ${ada.userKey} tomorrow`)).toContain(
      'A meeting here lasts 15 min, 30 min, 1 h, not 20 min.',
    );
    expect(await says('45 min')).toContain('not 45 min');
    expect(await says('15')).toContain('At what time on Tue 2 Feb 2027?');
    expect(await says('25 minutes')).toContain('not 25 min');
    await says('for 30 minutes');
    await talk('10:00', '-', '-');
    expect(last.lines[0]?.[0]).toBe('Tue 2 Feb 2027, 10:00 (Europe/Berlin) · 30 min');
    await says('half an hour');
    expect(await says('one hour')).toContain('Book “Intro call”');
    expect(last.lines[0]?.[0]).toBe('Tue 2 Feb 2027, 10:00 (Europe/Berlin) · 1 h');
    expect(await says('yes')).toContain('Booked');
    await says('/book list');
    await says('move my booking');
    expect(await says('15 minutes')).toContain('A meeting here lasts 1 h, not 15 min.');
    await says('stop');
  });

  it('asks whether a mistyped day was meant, and takes a yes', async () => {
    const asked = await says(`book tusday 10:00 with ${ada.userKey}`);
    expect(asked).toContain(`Did you mean “book tuesday 10:00 with ${ada.userKey}”?`);
    expect(await says('yes')).toContain('e-mail');
    await says('stop');
    await says(`tommorow with ${ada.userKey}`);
    expect(await says('no')).toContain('Stopped.');
    await says(`tommorow with ${ada.userKey}`);
    expect(await says(`friday with ${ada.userKey}`)).toContain('At what time on Fri 5 Feb 2027?');
    expect(await says('wensday 10:00')).toContain('Did you mean “wednesday');
    await says('stop');
    expect(await says(`yesterday 10:00 with ${ada.userKey}`)).toContain('is over already');
  });

  it('says that nothing is open where an answer answers nothing', async () => {
    for (const stray of ['yes', 'no', 'stop', 'ok', '2']) {
      const answer = await says(stray);
      expect(answer).toContain('Nothing is open that this could answer.');
      expect(answer).toContain('/book help');
    }
    expect(await says('cancel')).toBe(
      'Nothing is open that this could answer.\nYou have nothing booked ahead. Book a time: /book people',
    );
    expect(await says('cancel my booking')).toContain('You have nothing booked ahead.');
  });

  it('knows commands without their slash, and words that leave it', async () => {
    expect(await says('book list')).toContain('You have nothing booked ahead');
    await says(`book with ${ada.userKey}`);
    expect(await says('book list')).toContain('You have nothing booked ahead');
    expect(await says('no')).toBe('Stopped. Nothing was saved.');
    await says(`book with ${ada.userKey}`);
    expect(await says('cancel my booking')).toBe('Stopped. Nothing was saved.');
    await says(`book with ${ada.userKey}`);
    expect(await says('cancel it')).toBe('Stopped. Nothing was saved.');
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    await says(`book with ${ada.userKey}`);
    expect(await says('cancel my booking')).toContain(`Cancel “Intro call” with ${ada.name}?`);
    expect(await says('cancel my appointment')).toContain('Cancelled: “Intro call”');
    // A form takes any words.
    await says('/schedule setup');
    expect(await says('book list')).toContain('How long is a meeting?');
    await says('stop');
  });

  it('begins anew with a new wish, and gives back what was held for the old one', async () => {
    const bob = room.newcomer();
    await room.hear(bob, SETUP);
    const held = () =>
      room.app.database
        .query(`select 1 from booking where status = 'held'`)
        .then((all) => all.length);
    expect(await says(`book with ${ada.userKey}`)).toContain('On which day');
    expect(await says(`book tomorrow at 10 with ${bob.userKey}`)).toContain('e-mail');
    await talk('-', '-');
    expect(textOf(last)).toContain(`with ${bob.name}`);
    const before = await held();
    expect(await says(`book @${ada.userKey} friday`)).toContain('At what time on Fri 5 Feb 2027?');
    expect(await held()).toBe(before - 1);
    expect(await says('book at 10 please')).toContain('e-mail');
    // To a question that asks for words, any words are the answer.
    await says('-');
    expect(await says(`please schedule a call with ${bob.userKey}`)).toContain(
      `please schedule a call with ${bob.userKey}`,
    );
    expect(await says("let's meet tomorrow at 11:00")).toContain('Tue 2 Feb 2027, 11:00');
    expect(textOf(last)).toContain(`with ${ada.name}`);
    expect(await says(`book tusday with ${bob.userKey}`)).toContain('Did you mean “book tuesday');
    expect(await says('yes')).toContain('At what time on Tue 2 Feb 2027?');
    expect(await says('stop')).toBe('Stopped. Nothing was saved.');
    expect(await held()).toBe(before - 1);
  });

  it('D12: times that may be two are those that can be had, and are confirmed in full', async () => {
    const named = `with ${ada.userKey}`;
    for (const [words, time] of [
      [`book tomorrow at 3 ${named}`, 'Tue 2 Feb 2027, 15:00 (Europe/Berlin)'],
      [`book at 4 ${named}`, 'Mon 1 Feb 2027, 16:00 (Europe/Berlin)'],
      [`book today at 2:30 ${named}`, 'Mon 1 Feb 2027, 14:30 (Europe/Berlin)'],
      [`book tomorrow 10:00 in London ${named}`, 'Tue 2 Feb 2027, 11:00 (Europe/Berlin)'],
      [`book in 7 Std. ${named}`, 'Mon 1 Feb 2027, 15:00 (Europe/Berlin)'],
      [`book at noon my time ${named}`, 'Mon 1 Feb 2027, 12:00 (Europe/Berlin)'],
    ] as const) {
      await talk(words, '-', '-');
      expect(textOf(last)).toContain(`${time} · 30 min`);
      await says('stop');
    }
    expect(await says(`book tomorrow at 5 ${named}`)).toMatch(/Nearest to it: .* 16:30\./);
    await says('days');
    for (const answer of ['12/01', '12/01 at 10']) {
      expect(await says(answer)).toContain('“12/01” can mean two days.');
    }
    expect(await says('friday 10:00 their time')).toContain('Times are read by your own clocks.');
    await says('friday');
    expect(await says('at 3')).toContain('e-mail');
    await talk('-', '-');
    expect(textOf(last)).toContain('Fri 5 Feb 2027, 15:00 (Europe/Berlin)');
    await says('stop');
  });

  it('D12: means a time by the clocks of whoever says it, also where these are asked for', async () => {
    room.platform.profiles.set(grace.userKey, { timeZone: null });
    const asked = `/book @${ada.userKey} 2027-02-02 18:00`;
    expect(await says(asked)).toContain('In which time zone');
    expect(await says('tokyo')).toContain('e-mail');
    expect(await talk('-', '-')).toContain('Tue 2 Feb 2027, 18:00 (Asia/Tokyo)');
    expect(textOf(last)).toContain('10:00 (Europe/Berlin)');
  });

  it('answers with help or what is booked, and goes on with what it asked', async () => {
    await talk(`book @${ada.userKey} tomorrow`);
    for (const [words, answer] of [
      ['help', 'All commands: /book help'],
      ['Help!', 'All commands: /book help'],
      ['my bookings', 'You have nothing booked ahead.'],
      ['list', 'You have nothing booked ahead.'],
    ] as const) {
      expect(await says(words)).toContain(answer);
      expect(textOf(last)).toContain('still open: answer it, or say stop.');
    }
    expect(await says('10:00')).toContain('e-mail');
    expect(await says('help')).toContain('still open: answer it, or say stop.');
    await talk('-');
    expect(await says('help')).toContain('Notes: help');
    await says('stop');
  });

  it('takes a yes for the address that it proposes', async () => {
    room.platform.profiles.set(grace.userKey, { email: 'grace@example.com' });
    expect(await says(`book @${ada.userKey} tomorrow 10:00`)).toContain('[grace@example.com]');
    await talk('yes', '-');
    expect(textOf(last)).toContain('grace@example.com');
    await says('stop');
  });

  it('tells all times in the zone that was chosen since', async () => {
    const zones = () =>
      last.lines.flat().flatMap((part) => {
        return typeof part !== 'string' && part.kind === 'time' ? [part.timeZone] : [];
      });
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    await room.app.nest.get(Jobs).settle(20_000);
    const card = () => JSON.stringify(room.cardIn(`@${grace.userKey}`)?.lines);
    expect(card()).toContain('"timeZone":"Europe/Berlin"');
    expect(await says('/book timezone tokyo')).toContain('Asia/Tokyo');
    expect(card()).toContain('"timeZone":"Asia/Tokyo"');
    expect(card()).not.toContain('Europe/Berlin');
    await says('move my booking to friday 19:00');
    expect(zones()).toEqual(['Asia/Tokyo']);
    expect(textOf(last)).toContain('Fri 5 Feb 2027, 19:00 (Asia/Tokyo) · 30 min');
    await says('stop');
    await says('cancel');
    expect(zones()).toEqual(['Asia/Tokyo']);
    await says('yes');
    expect([textOf(last), ...zones()]).toEqual([
      expect.stringContaining('Cancelled'),
      'Asia/Tokyo',
    ]);
    await room.app.nest.get(Jobs).settle(20_000);
    expect(card()).toContain('Asia/Tokyo');
    expect(card()).not.toContain('Europe/Berlin');
  });
});
