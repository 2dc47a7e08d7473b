import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { say } from '../language/say.js';
import { appSecretSchema } from './app-secret.schema.js';
import { isLoopback, isPrivate } from './network-address.js';
import { slackVariables } from './slack-settings.js';

const HOST_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i;
/** Slack takes 32 characters with the slash, Discord as many without. */
const COMMAND_NAME = /^[a-z0-9][a-z0-9_-]{0,30}$/;

const appUrl = z
  .string()
  .refine(isOrigin, { error: () => say('start:environment.APP_URL'), abort: true })
  .transform((text) => new URL(text))
  .refine(({ protocol, hostname }) => protocol === 'https:' || isNear(hostname), {
    error: () => say('start:environment.appUrlPlain'),
  });

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: () => say('start:environment.PORT') })
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, {
    error: () => say('start:environment.PORT'),
  })
  .default(3000);

const host = z.string().refine((text) => isIP(text) !== 0 || HOST_NAME.test(text), {
  error: () => say('start:environment.HOST'),
});

const databaseUrl = z.string().refine(isDatabaseUrl, {
  error: () => say('start:environment.DATABASE_URL'),
});

const timeZone = z.string().refine(isTimeZone, {
  error: () => say('start:environment.DEFAULT_TIME_ZONE'),
});

const trustProxy = z.string().transform((text, context): number | string | false => {
  if (['false', 'off', 'no', '0'].includes(text.toLowerCase())) return false;
  if (['true', 'on', 'yes', '*'].includes(text.toLowerCase())) {
    context.addIssue(say('start:environment.trustProxyAll'));
    return false;
  }
  if (/^[1-9]$/.test(text)) return Number(text);
  if (text.split(',').every((part) => isProxy(part.trim()))) return text;
  context.addIssue(say('start:environment.TRUST_PROXY'));
  return false;
});

const commandNames = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim().replace(/^\//, '')))
  .pipe(z.tuple([z.string(), z.string(), z.string()], { error: commandNamesSentence }))
  .refine((names) => names.every((name) => COMMAND_NAME.test(name)) && new Set(names).size === 3, {
    error: commandNamesSentence,
  });

const smtpUrl = z.string().refine(isSmtpUrl, { error: () => say('start:environment.SMTP_URL') });

const consoleMode = z.enum(['on', 'off', 'keep'], {
  error: () => say('start:environment.CONSOLE'),
});

/** Every variable the product reads. A variable left empty counts as absent. */
export const environmentSchema = z.object({
  APP_URL: appUrl.optional(),
  PORT: port,
  HOST: host.optional(),
  APP_SECRET: appSecretSchema.optional(),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => resolve(path)),
  DATABASE_URL: databaseUrl.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: () => say('start:environment.LOG_LEVEL'),
    })
    .default('info'),
  DEFAULT_TIME_ZONE: timeZone.optional(),
  TRUST_PROXY: trustProxy.default(false),
  CONSOLE: z.preprocess(switchWord, consoleMode.optional()),
  DEMO: switchFor('DEMO'),
  COMMAND_NAMES: commandNames.default(['book', 'schedule', 'schedule-admin']),
  OPERATOR_NAME: z
    .string()
    .regex(/^[^\p{Cc}]{1,200}$/u, { error: () => say('start:environment.OPERATOR_NAME') })
    .optional(),
  CONTACT_EMAIL: z.email({ error: () => say('start:environment.CONTACT_EMAIL') }).optional(),
  SMTP_URL: smtpUrl.optional(),
  /** The bare address: the name before it is the host's. */
  MAIL_FROM: z.email({ error: () => say('start:environment.MAIL_FROM') }).optional(),
  MIGRATE_ON_START: switchFor('MIGRATE_ON_START'),
  RATE_LIMITS: switchFor('RATE_LIMITS'),
  ...slackVariables,
});

export type Environment = z.output<typeof environmentSchema>;

/** On unless switched off. */
function switchFor(name: 'DEMO' | 'MIGRATE_ON_START' | 'RATE_LIMITS') {
  return z
    .preprocess(
      switchWord,
      z.enum(['on', 'off'], { error: () => say(`start:environment.${name}`) }).default('on'),
    )
    .transform((value) => value === 'on');
}

/** The many words for on and off as one each; any other word in lower case. */
function switchWord(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  const word = text.trim().toLowerCase();
  if (['on', '1', 'true', 'yes'].includes(word)) return 'on';
  return ['off', '0', 'false', 'no'].includes(word) ? 'off' : word;
}

function commandNamesSentence(): string {
  return say('start:environment.COMMAND_NAMES');
}

const isNear = (hostname: string): boolean => isLoopback(hostname) || isPrivate(hostname);

/** The pages live at the root, so that an address with a path would lead astray. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
  return url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
}

function isDatabaseUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol);
}

function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return false;
  return ['', '/'].includes(url.pathname) && !url.hash;
}

function isTimeZone(text: string): boolean {
  try {
    // Intl takes offsets too, but an offset knows no summer time.
    new Intl.DateTimeFormat('en', { timeZone: text });
    return /^[A-Za-z]/.test(text);
  } catch {
    return false;
  }
}

function isProxy(part: string): boolean {
  const [address = '', prefix = '0', ...rest] = part.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return true;
  return isIP(address) !== 0 && /^\d{1,3}$/.test(prefix) && rest.length === 0;
}
