/** What becomes of a booking's former host, and what a new one should know of the place and the channels. */
export const handover = {
  mail: {
    state: 'Handed over',
    sentence: '{{host}} meets {{attendee}} instead of you. The time stays as it is.',
    footing: 'You get this mail because you were the host of this meeting.',
  },
  alerts: {
    host: 'Its alerts in your channels end when {{person}} accepts.',
    person:
      "{{host}}'s channels do not come along: afterwards no channel is told of your bookings until you add one of yours.",
    gone: 'No channel is told of its bookings now. Add one of yours: $t(names:command.schedule) alerts add #channel',
  },
  place: {
    number:
      'People call {{host}} at these meetings, and that number is not passed on. Until you give yours ($t(names:command.schedule) set location phone +49 30 123456), no place is named, and whoever has booked is told that you will say how you meet.',
    set: 'They take place where {{host}} said ({{place}}), and that stays until you set another: $t(names:command.schedule) set location',
  },
} as const;
