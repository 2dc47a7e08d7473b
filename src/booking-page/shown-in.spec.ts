import { describe, expect, it } from '@jest/globals';
import { shownIn } from './shown-in.js';

describe('the zone and clock of a page', () => {
  it('are the usual ones until somebody chooses others', () => {
    expect(shownIn({}, 'Europe/Berlin')).toEqual({
      face: { zone: 'Europe/Berlin', hourCycle: '24' },
      isGuessed: true,
    });
    expect(shownIn({ tz: 'asia/calcutta', h: '12' }, 'Europe/Berlin')).toEqual({
      face: { zone: 'Asia/Kolkata', hourCycle: '12' },
      isGuessed: false,
    });
  });

  it.each(['EST', '+02:00', '../../etc/passwd', 'Mars/Olympus'])(
    'are the usual ones where there is no such zone, and say so: %s',
    (tz) => {
      expect(shownIn({ tz }, 'Europe/Berlin')).toMatchObject({
        face: { zone: 'Europe/Berlin' },
        unknownZone: tz,
      });
    },
  );

  it('show a long nonsense only in part', () => {
    expect(shownIn({ tz: 'x'.repeat(2_000) }, 'UTC').unknownZone).toHaveLength(40);
  });
});
