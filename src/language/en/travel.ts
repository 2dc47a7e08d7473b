/** Whether the hours of a host who seems to travel are to go by another clock. */
export const travel = {
  away: 'You seem to be in {{zone}} now. “{{title}}” offers your hours by the clock of {{present}}.',
  question: 'Show your hours there until …?',
  until: 'Until {{day}}',
  stay: 'No, keep {{present}}',
  otherDates:
    'For other dates, or another calendar: $t(names:command.schedule) set travel {{zone}} 3-9 may',
  back: 'You seem to be back in {{zone}}. “{{title}}” offers your hours by the clock of {{present}} until {{day}}.',
  backQuestion: 'End that trip today?',
  home: 'Back to {{zone}}',
  kept: 'Kept. “{{title}}” offers your hours by the clock of {{present}}.',
} as const;
