import { type Button, link, type Message, type PersonPart, time } from '../../bots/core/message.js';
import { arabic, choices, family, tricky } from './sample-forms.js';

const at = Date.parse('2027-02-01T09:00:00Z');
const zone = 'Europe/Berlin';
const button = (label: string, more: Partial<Button> = {}): Button => ({
  ...{ verb: 'cancel', subject: '7k2m9cabcdefghjkmnpq.0', label },
  ...more,
});
/** Named so that it would ping, were it read as markup. */
export const who = (platform: string, key: string): PersonPart => ({
  ...{ kind: 'person', platform, workspace: 'T1', key, name: '<@U0EVE> <!channel>' },
});
const choose = (options: ReturnType<typeof choices>) => ({ dialogue: 'd', step: 'time', options });

/** What no dialogue says yet: the worst that a message can hold. */
export const sampleMessages: Readonly<Record<string, Message>> = {
  'message-empty': { lines: [] },
  'message-of-tricky-text': {
    title: tricky,
    lines: [[tricky], [`> ${tricky}`], ['With ', tricky, ' at ', time(at, zone)]],
    code: tricky,
    file: { name: tricky, text: tricky },
    buttons: [button(tricky)],
    choices: choose([{ id: tricky, label: tricky }]),
  },
  'message-longest': {
    title: 't'.repeat(200),
    lines: Array.from({ length: 60 }, () => [
      ...['a'.repeat(150), ' ', time(at, zone)],
      link('https://book.example.com/ada'),
    ]),
    code: family.repeat(400),
    file: { name: 'mine.json', text: arabic.repeat(300) },
    choices: choose(choices(100, { label: 'l'.repeat(90) })),
    buttons: Array.from({ length: 30 }, (_, index) => button(`${String(index)}${'b'.repeat(90)}`)),
  },
  'message-of-4000-characters': { lines: [[arabic.repeat(103)], [''], [family.repeat(400)]] },
  'message-of-strange-letters': {
    title: '\u200B',
    lines: [['\u200B\u200D'], ['\uD83D'], ['e\u0301'.repeat(2_000)], ['']],
    buttons: [button(' '), button(`${'x'.repeat(74)}${family}`)],
  },
  'message-with-strange-links': {
    lines: [[link('javascript:alert(1)')], [link('https://a.example/?a=1&b=<2>_x_')], [link('')]],
  },
  'message-with-people': {
    lines: [
      ['Here ', who('slack', 'U0GRACE'), ', ', who('slack', 'W0ENTERPRISE'), ' may.'],
      ['Elsewhere ', who('discord', '80351110224678912'), ', ', who('slack', 'not a key'), ' may.'],
    ],
  },
  'choices-few': { lines: [['Which?']], choices: choose(choices(5)) },
  'choices-100': { lines: [['Which?']], choices: choose(choices(100)) },
  'choices-101': { lines: [['Which?']], choices: choose(choices(101)) },
  'choices-too-many': { lines: [['Which?']], choices: choose(choices(1_001)) },
  'choices-in-groups': {
    lines: [['When?']],
    choices: choose([...choices(2, { group: 'Morning' }).slice(1), ...choices(1)]),
  },
  'choices-long': {
    lines: [['Which?']],
    choices: choose(
      [1, 2].map((n) => ({ id: `${String(n)} y`.repeat(33), label: `${String(n)} y`.repeat(33) })),
    ),
  },
};
