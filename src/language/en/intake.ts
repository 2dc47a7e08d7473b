/** What attendees are asked and told, beside the time: the place, questions, guests, consent. */
export const intake = {
  place: {
    youSay: 'A place you choose',
    guestSays: 'A place the guest chose',
    open: 'Not said yet',
    callFrom: 'Phone call from {{host}}',
    callOn: 'Phone call from {{host}} to {{number}}',
    callTo: 'Phone call to {{host}}',
    callNumber: 'Phone call to {{host}}: {{number}}',
    address: '{{label}}, {{address}}',
    online: 'Online',
    later: '{{place}} (in full once {{host}} confirms)',
    huddle: 'Slack huddle',
    voice: 'Discord voice channel',
    voiceChannel: 'Discord voice channel {{channel}}',
  },
  yourPhone: 'Phone number',
  yourPlace: 'Where should we meet?',
  about: '{{label}}: {{sentence}}',
  asked: '{{label}} {{sentence}}',
  yes: 'yes',
  no: 'no',
  missing: {
    text: 'Please answer this question.',
    'long-text': 'Please answer this question.',
    phone: 'Enter a phone number, like +49 30 123456.',
    number: 'Enter a number.',
    select: 'Choose one of the answers.',
    'multi-select': 'Choose at least one of the answers.',
    checkbox: 'Tick this box to go on.',
    url: 'Enter a web address, like https://example.com.',
  },
  answer: {
    number: 'Enter a number, like 12 or 2.5.',
    notOffered: 'Choose from: {{options}}.',
    tick: 'This is answered with yes or no.',
    wrongType: 'This question is answered in another way.',
  },
  guests: {
    tooMany_one: 'Invite at most {{count}} guest.',
    tooMany_other: 'Invite at most {{count}} guests.',
    twice: '{{guest}} is listed twice. Once is enough.',
    yourself: '{{guest}} is your own address, and you take part anyway.',
    host: '{{guest}} takes part anyway. Leave it out.',
  },
  notYourOwn: 'This is the host’s own address. Enter yours.',
  question: {
    unreadable:
      'I can’t read {{text}} as a question. Try add "Company" text required, or add "Topic" select "Sales|Support".',
    noLabel: 'What should be asked? Try add "Company" text required.',
    options:
      'A select or multi-select needs answers to choose from, like "Sales|Support"; other questions take none.',
    optionTwice: 'One answer is listed twice. List each once.',
    tooMuch: 'I don’t know what to do with {{rest}}. Try "Topic" select "Sales|Support" required.',
    tooMany: 'A form asks at most {{most}} questions.',
    malformed:
      'A question has an id of its own, a label, a kind (text, long-text, phone, number, select, multi-select, checkbox or url), required, and options.',
    noneYet: 'There are no questions yet. Add one: add "Company" text required.',
    noSuch: 'There is no question {{text}}. Name one by its number, 1 to {{most}}.',
  },
  location: {
    unreadable:
      'I can’t read {{text}} as a place. Try phone host calls, phone +49 30 123456, address "Office" "Torstr. 1, Berlin", link https://…, slack huddle, discord voice #room, ask or none.',
    connected:
      'That needs a connected account, which comes later. Paste a lasting link of yours meanwhile: link https://…',
    numberMissing: 'Which number do they call? Try phone +49 30 123456.',
    addressMissing: 'Which address? Try address "Office Mitte" "Torstr. 1, 10119 Berlin".',
    channelMissing: 'Which voice channel? Try discord voice #room.',
    willAskPhone: 'The form asks for a phone number.',
    numberAfter: 'Your number is shown only to people who have booked.',
    addressAfter:
      'The label is shown before booking, the address after. The page shows times in the calendar’s zone only.',
    linkAfter: 'The link is shown only to people who have booked.',
    willAsk: 'The form asks where to meet.',
  },
} as const;
