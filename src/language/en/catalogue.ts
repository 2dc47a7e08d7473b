import { accounts } from './accounts.js';
import { alerts } from './alerts.js';
import { api } from './api.js';
import { book } from './book.js';
import { calendar } from './calendar.js';
import { cards } from './cards.js';
import { commands } from './commands.js';
import { console } from './console.js';
import { forms } from './forms.js';
import { grammar } from './grammar.js';
import { home } from './home.js';
import { intake } from './intake.js';
import { handover } from './handover.js';
import { keys } from './keys.js';
import { lost } from './lost.js';
import { mail } from './mail.js';
import { names } from './names.js';
import { other } from './other.js';
import { page } from './page.js';
import { people } from './people.js';
import { problems } from './problems.js';
import { problemTypes } from './problem-types.js';
import { settings } from './settings.js';
import { setup } from './setup.js';
import { slack } from './slack.js';
import { slackApp } from './slack-app.js';
import { slackSmoke } from './slack-smoke.js';
import { start } from './start.js';
import { status } from './status.js';
import { travel } from './travel.js';
import { words } from './words.js';

/** Every sentence the product says in English, one file per area. */
export const en = {
  accounts,
  alerts,
  api,
  book,
  calendar,
  cards,
  commands,
  console,
  forms,
  grammar,
  handover,
  home,
  intake,
  keys,
  lost,
  mail,
  names,
  other,
  page,
  people,
  problems,
  problemTypes,
  settings,
  setup,
  slack,
  slackApp,
  slackSmoke,
  start,
  status,
  travel,
  words,
} as const;
