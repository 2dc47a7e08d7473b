import { CommandForm } from './command-form.js';
import { SetupForm } from './setup-form.js';

/** Forms that Nest makes; each is listed once, here. */
export const FORMS = [CommandForm, SetupForm] as const;
