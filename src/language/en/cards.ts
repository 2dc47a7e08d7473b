/** Booking cards in chat channels. */
export const cards = {
  who: '{{attendee}} · {{title}}',
  code: 'Code {{code}}',
  moved: 'Moved',
  movedTo: 'Moved to',
  cancelledBy: 'Cancelled by {{who}}',
  reason: 'Reason: {{reason}}',
  reschedule: 'Reschedule',
  cancel: 'Cancel',
  willRetry: 'It could not be posted yet and is tried again.',
  row: ' · {{attendee}} · {{title}} · {{state}} · {{code}}',
  handover: {
    question: '{{host}} asks you to host “{{title}}”.',
    effect:
      'If you accept, new bookings come to you, by a link of yours. The old link leads to it.',
    staying_zero: 'Nothing is booked with {{host}} ahead.',
    staying_one: 'One upcoming appointment stays with {{host}}.',
    staying_other: '{{count}} upcoming appointments stay with {{host}}.',
    accept: 'Accept',
    decline: 'Decline',
  },
  status: {
    held: 'Being booked',
    pending: 'Booking request',
    confirmed: 'Booked',
    showed: 'Done',
    no_show: 'No-show',
    declined: 'Declined',
    expired: 'Expired',
    cancelled: 'Cancelled',
  },
  attendance: {
    title_one: 'Did they come?',
    title_other: 'Who came? Your last {{count}} meetings',
    mark: { showed: '{{attendee}} came', no_show: '{{attendee}} did not come' },
    noted: {
      showed: 'Noted: {{attendee}} came.',
      no_show: 'Noted: {{attendee}} did not come.',
    },
  },
} as const;
