import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import type { Message } from './message.js';

describe('why', () => {
  let room: ChatRoom;
  let ada: ChatPerson;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    ada = room.newcomer();
    await room.hear(ada, SETUP);
  });

  const ask = (when: string) => room.hear(ada, `/schedule why ${when}`);
  const timesOf = ({ lines }: Message) =>
    lines.flat().flatMap((part) => {
      const isTime = typeof part !== 'string' && part.kind === 'time';
      return isTime ? [new Date(part.at).toISOString().slice(0, 16)] : [];
    });

  it('says that a date is closed, with the reason, and what is free round it', async () => {
    await room.hear(ada, '/schedule off add 2027-02-03 holiday');
    const answer = await ask('2027-02-03 10:00');
    expect(textOf(answer)).toBe(
      [
        '<time>',
        'Not offered: that date is closed.',
        'Wed 3 Feb 2027 · closed · holiday',
        'Free before it: <time>',
        'Free after it: <time>',
      ].join('\n'),
    );
    expect(timesOf(answer)).toEqual(['2027-02-03T09:00', '2027-02-02T15:30', '2027-02-04T08:00']);
    const whole = await ask('2027-02-03');
    expect(textOf(whole)).toContain('Wed 3 Feb 2027 · closed · holiday\nNot offered');
    expect(timesOf(whole)).toEqual(['2027-02-02T15:30', '2027-02-04T08:00']);
    expect(textOf(await ask('2027-02-04'))).toContain('At what time on Thu 4 Feb 2027?');
  });

  it('says which hours a date has of its own', async () => {
    await room.hear(ada, '/schedule off open 2027-02-03 10-12');
    expect(textOf(await ask('2027-02-03 15:00'))).toContain(
      'that date has hours of its own, and the meeting would lie outside them.\n' +
        'Wed 3 Feb 2027 · 10:00–12:00\n',
    );
  });

  it('names every cause that holds', async () => {
    await room.hear(ada, '/schedule off add 2027-02-02 9-12 dentist');
    await room.hear(ada, '/schedule set notice 2 days');
    const answer = await ask('2027-02-02 10:05');
    expect(textOf(answer)).toBe(
      [
        '<time>',
        'Not offered, for 3 reasons:',
        '• meetings start at fixed times, and this is between two of them.',
        '• you blocked that time.',
        '• it is too soon. Your minimum notice has begun.',
        'Free after it: <time>',
      ].join('\n'),
    );
    expect(timesOf(answer)).toEqual(['2027-02-02T09:05', '2027-02-03T08:00']);
  });

  it('beyond the window knows its last time', async () => {
    const answer = await ask('2029-02-02 20:00');
    expect(textOf(answer)).toBe(
      [
        '<time>',
        'Not offered, for 2 reasons:',
        '• the meeting would lie outside your weekly hours. Hours: Mon–Fri 09:00–17:00',
        '• it lies outside the booking window.',
        'Free before it: <time>',
      ].join('\n'),
    );
    expect(timesOf(answer)[1]).toBe('2027-04-02T14:30');
  });

  it('says so when nothing is free at all', async () => {
    await room.hear(ada, '/schedule hours clear');
    expect(textOf(await ask('2027-02-02 10:00'))).toContain('Nothing is free before or after it.');
  });
});
