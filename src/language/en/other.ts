/** A host's search for other times of a booking, in chat. */
export const other = {
  ask: {
    propose:
      'On which day would another time suit you? {{attendee}} is asked which one suits. (days in {{zone}})',
    move: 'To which day does the meeting with {{attendee}} move? (days in {{zone}})',
    more: 'One more time for {{attendee}}: on which day? (days in {{zone}})',
  },
  now: 'Now:',
  choice: {
    insist: 'Yes, all the same',
    propose_one: 'Propose it',
    propose_other: 'Propose these {{count}}',
    more: 'Add another time',
    moveInstead: 'Move without asking',
    instead_one: 'Another time instead',
    instead_other: 'Other times instead',
  },
  confirm: {
    propose_one: 'Propose another time for “{{title}}” to {{attendee}}?',
    propose_other: 'Propose {{count}} other times for “{{title}}” to {{attendee}}?',
    move: 'Move “{{title}}” with {{attendee}}?',
    held_one:
      'It is held for a day at most, until {{attendee}} answers. Until then the present time stands.',
    held_other:
      'They are held for a day at most, until {{attendee}} answers. Until then the present time stands.',
    unasked: '{{attendee}} is told, and can pick another time or cancel.',
  },
  justTaken: 'A time has just been taken. What else you chose is kept.',
  sameTime: 'That is its present time.',
  taken: 'Something else is booked or blocked then. Name another time.',
  yesOrStop: 'Answer yes, name another time, or say stop.',
} as const;
