import { BookingForm } from './booking/booking-form.js';
import { CancelForm } from './cancel-form.js';
import { CommandForm } from './command-form.js';
import { HoursForm } from './hours-form.js';
import { OffForm } from './off-form.js';
import { OtherTimeForm } from './other-time-form.js';
import { QuestionsForm } from './questions-form.js';
import { ShareForm } from './share-form.js';
import { SettingsForm } from './settings-form.js';
import { SetupForm } from './setup-form.js';

/** Forms that Nest makes; each is listed once, here. */
export const FORMS = [
  BookingForm,
  CommandForm,
  SetupForm,
  SettingsForm,
  HoursForm,
  OffForm,
  QuestionsForm,
  OtherTimeForm,
  CancelForm,
  ShareForm,
] as const;
