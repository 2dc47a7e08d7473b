import { describe, expect, it } from '@jest/globals';
import { shownIn } from './shown-in.js';

const berlin = { usual: 'Europe/Berlin', locked: undefined };

describe('the zone and clock of a page', () => {
  it('are the usual ones until somebody chooses others', () => {
    expect(shownIn({}, berlin)).toEqual({
      face: { zone: 'Europe/Berlin', hourCycle: '24' },
      ...{ isGuessed: true, isLocked: false },
    });
    expect(shownIn({ tz: 'asia/calcutta', h: '12' }, berlin)).toEqual({
      face: { zone: 'Asia/Kolkata', hourCycle: '12' },
      ...{ isGuessed: false, isLocked: false },
    });
  });

  it.each(['EST', '+02:00', '../../etc/passwd', 'Mars/Olympus'])(
    'are the usual ones where there is no such zone, and say so: %s',
    (tz) => {
      expect(shownIn({ tz }, berlin)).toMatchObject({
        face: { zone: 'Europe/Berlin' },
        unknownZone: tz,
      });
    },
  );

  it('are what the host says where there is but one, whatever is asked for', () => {
    const locked = { usual: 'Asia/Tokyo', locked: 'Europe/Berlin' };
    for (const tz of ['America/New_York', 'Mars/Olympus']) {
      expect(shownIn({ tz, h: '12' }, locked)).toEqual({
        face: { zone: 'Europe/Berlin', hourCycle: '12' },
        ...{ isGuessed: false, isLocked: true },
      });
    }
  });

  it('show a long nonsense only in part', () => {
    expect(shownIn({ tz: 'x'.repeat(2_000) }, berlin).unknownZone).toHaveLength(40);
  });
});
