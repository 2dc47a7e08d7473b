import { say } from '../language/say.js';
import { keptAppSecret } from './app-secret.js';
import type { AppKey } from './app-secret.schema.js';
import { environmentSchema, type Environment } from './environment.schema.js';
import { isLoopback } from './network-address.js';
import { missingForSlack, type SlackSettings, slackSettings } from './slack-settings.js';
import { StartRefused } from './start.errors.js';

type Source = Readonly<Record<string, string | undefined>>;

/** What the operator decided, read once at the start. */
export class Env {
  readonly port: number;
  /** The address people open, without a slash at the end. Every link begins with it. */
  readonly publicUrl: string;
  /** Only this machine can open `publicUrl`. */
  readonly isLoopback: boolean;
  /** The address to listen on. */
  readonly host: string;
  /** The newest first: it seals, all open. Empty only before `loadEnv` has made one. */
  readonly appSecrets: readonly AppKey[];
  /** Absolute path. */
  readonly dataDir: string;
  /** An outside server, or null for the embedded one. */
  readonly databaseUrl: string | null;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** IANA name; the machine's own zone unless DEFAULT_TIME_ZONE says otherwise. */
  readonly defaultTimeZone: string;
  /** The same where it says something: of a machine left at UTC nobody knows where its people are. */
  readonly knownTimeZone: string | null;
  /** As Fastify's `trustProxy`: false, a number of hops, or addresses separated by commas. */
  readonly trustProxy: false | number | string;
  /** `on` reads piped lines and stops at their end, `keep` stays up; `terminal`: in a terminal only. */
  readonly console: 'on' | 'off' | 'keep' | 'terminal';
  /** Make a first host and link in an empty embedded database. */
  readonly demo: boolean;
  /** Without the slash. */
  readonly commandNames: Readonly<Record<'book' | 'schedule' | 'scheduleAdmin', string>>;
  readonly operatorName: string | null;
  readonly contactEmail: string | null;
  /** The server that takes our mail; null keeps each mail as a file. */
  readonly smtpUrl: URL | null;
  /** The address that mail comes from. */
  readonly mailFrom: string;
  readonly migrateOnStart: boolean;
  /** Off in benches and tests only; switches off the spam checks too. */
  readonly rateLimits: boolean;
  /** Null where Slack is not wanted. */
  readonly slack: SlackSettings | null;

  private constructor(given: Environment) {
    const url = given.APP_URL ?? new URL(`http://localhost:${String(given.PORT)}`);
    const [book, schedule, scheduleAdmin] = given.COMMAND_NAMES;
    this.port = given.PORT;
    this.publicUrl = url.origin;
    this.isLoopback = isLoopback(url.hostname);
    this.host = given.HOST ?? (this.isLoopback ? '127.0.0.1' : '0.0.0.0');
    this.dataDir = given.DATA_DIR;
    this.databaseUrl = given.DATABASE_URL ?? null;
    this.appSecrets = given.APP_SECRET ?? [];
    this.logLevel = given.LOG_LEVEL;
    this.defaultTimeZone =
      given.DEFAULT_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const isSaid = given.DEFAULT_TIME_ZONE !== undefined || this.defaultTimeZone !== 'UTC';
    this.knownTimeZone = isSaid ? this.defaultTimeZone : null;
    this.trustProxy = given.TRUST_PROXY;
    this.console = given.CONSOLE ?? 'terminal';
    this.demo = given.DEMO && this.isLoopback && this.databaseUrl === null;
    this.commandNames = { book, schedule, scheduleAdmin };
    this.operatorName = given.OPERATOR_NAME ?? null;
    this.contactEmail = given.CONTACT_EMAIL ?? null;
    this.smtpUrl = given.SMTP_URL === undefined ? null : new URL(given.SMTP_URL);
    this.mailFrom = given.MAIL_FROM ?? `no-reply@${url.hostname}`;
    this.migrateOnStart = given.MIGRATE_ON_START;
    this.rateLimits = given.RATE_LIMITS;
    this.slack = slackSettings(given);
  }

  /**
   * Touches no file: `keptSecret` makes the keys when none are given, which is allowed only with
   * the embedded database.
   * @throws StartRefused `environment`, one sentence for every variable that will not do.
   */
  static from(source: Source, keptSecret?: (dataDir: string) => readonly AppKey[]): Env {
    const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
    const parsed = environmentSchema.safeParse(filled);
    const sentences = [
      ...(parsed.error?.issues.map(({ message }) => message) ?? []),
      ...missing(filled),
      ...(parsed.data ? missingForSlack(parsed.data) : []),
    ];
    if (!parsed.success || sentences.length > 0) throw new StartRefused('environment', sentences);
    const given = parsed.data;
    return new Env({ ...given, APP_SECRET: given.APP_SECRET ?? keptSecret?.(given.DATA_DIR) });
  }
}

/** What one variable demands of another. */
function missing(filled: Source): string[] {
  const needsSecret = filled['DATABASE_URL'] && !filled['APP_SECRET'];
  const needsSender = filled['SMTP_URL'] && !filled['MAIL_FROM'];
  return [
    ...(needsSecret ? [say('start:environment.appSecretMissing')] : []),
    ...(needsSender ? [say('start:environment.mailFromMissing')] : []),
  ];
}

/** The environment of this process, with a key made and kept in the data folder when none is given. */
export function loadEnv(): Env {
  return Env.from(process.env, keptAppSecret);
}
