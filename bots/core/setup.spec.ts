import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChatRoom } from '../../test/chat/chat-room.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';

describe('the questions of a set-up', () => {
  let room: ChatRoom;
  let ada: ChatPerson;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(() => {
    ada = room.newcomer();
  });

  const says = async (...lines: string[]): Promise<string> => {
    let answer = '';
    for (const line of lines) answer = await room.says(ada, line);
    return answer;
  };

  it('take other hours where the hours that were said are asked about', async () => {
    const begun = ['/schedule setup', 'Coffee', '30', 'mon-wed 10-4', 'none', 'berlin', 'none'];
    expect(await says(...begun, 'no')).toContain('If not, write 10:00-16:00.');
    const preview = await says('10:00-16:00');
    expect(preview).toContain('Mon–Wed 10:00–16:00');
    expect(preview).not.toContain('past midnight');
    expect(await says('tue 9-12')).toContain('Tue 09:00–12:00');
    expect(await says('whatever')).toContain('Answer yes to save it');
    expect(await says('yes')).toContain('Saved: Coffee (30 min, Tue 09:00–12:00, Europe/Berlin).');
  });

  it('propose the zone that is known, and ask for one that is not', async () => {
    const begun = ['/schedule setup', 'Coffee', '30', 'mon-wed 10-16', 'none'];
    expect(await says(...begun)).toBe('In which time zone? [Europe/Berlin]');
    await says('stop', '/book timezone tokyo');
    expect(await says(...begun)).toBe('In which time zone? [Asia/Tokyo]');
    await says('stop');
    ada = room.newcomer();
    room.platform.profiles.set(ada.userKey, { timeZone: null });
    const asked = 'In which time zone? Name a city, like Berlin or New York.';
    expect(await says(...begun)).toBe(asked);
    expect(await says('')).toContain(asked);
    expect(await says('new york', '', '')).toContain('America/New_York');
  });
});
