import { describe, expect, it } from '@jest/globals';
import { withTrip } from './trips.js';

const trip = (from: string, to: string, timeZone = 'Asia/Tokyo') => ({ from, to, timeZone });

describe('trips', () => {
  it('stand in order', () => {
    const june = trip('2027-06-01', '2027-06-02');
    const may = trip('2027-05-01', '2027-05-02');
    expect(withTrip([june], may)).toEqual([may, june]);
  });

  it('give the dates that they share to the one that came last', () => {
    const long = trip('2027-05-01', '2027-05-31');
    const short = trip('2027-05-10', '2027-05-12', 'Asia/Seoul');
    expect(withTrip([long], short)).toEqual([
      trip('2027-05-01', '2027-05-09'),
      short,
      trip('2027-05-13', '2027-05-31'),
    ]);
  });

  it('fall out where another one covers them', () => {
    const long = trip('2027-05-01', '2027-05-31');
    expect(withTrip([trip('2027-05-10', '2027-05-12')], long)).toEqual([long]);
  });

  it('that only touch stay as they are', () => {
    const first = trip('2027-05-01', '2027-05-09');
    const second = trip('2027-05-10', '2027-05-12');
    expect(withTrip([first], second)).toEqual([first, second]);
  });
});
