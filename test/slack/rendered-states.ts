import { sentences } from '../../bots/core/message.js';
import { slackMessage, unfurl } from '../../bots/slack/message.renderer.js';
import { formModal, homeView, waitingModal, wordsModal } from '../../bots/slack/view.renderer.js';
import { chatStates } from '../chat/chat-states.js';
import { sampleForms } from './sample-forms.js';
import { sampleMessages } from './sample-messages.js';

const messages = { ...chatStates, ...sampleMessages };
const named = <In, Out>(all: Readonly<Record<string, In>>, shape: (one: In) => Out) =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, shape(one)]));
const prefixed = <In>(prefix: string, all: Readonly<Record<string, In>>) =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [`${prefix}-${name}`, one]));

/** Everything that is sent to Slack, worth reading as it would look there. */
export const shownStates: Readonly<Record<string, object>> = {
  ...named(messages, slackMessage),
  ...named(sampleForms, (form) => formModal(form)),
  'window-of-words': wordsModal(messages['calendar-saved'] ?? sentences()),
  'window-of-words-with-title': wordsModal(messages['card-booked'] ?? sentences()),
  'window-waiting': waitingModal('Book', 'Booking…'),
  home: homeView(
    ['calendar-shown', 'card-request', 'no-bookings'].flatMap((n) => messages[n] ?? []),
  ),
  unfurled: unfurl(messages['calendar-shared'] ?? sentences()),
};

/** The same words wherever they could appear. */
export const everywhere: Readonly<Record<string, object>> = {
  ...prefixed('window', named(messages, wordsModal)),
  ...prefixed(
    'home',
    named(messages, (message) => homeView([message, message])),
  ),
  ...prefixed('unfurl', named(messages, unfurl)),
  'home-of-everything': homeView(Object.values(messages)),
};
