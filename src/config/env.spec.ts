import { describe, expect, it } from '@jest/globals';
import { Env } from './env.js';
import { StartRefused } from './start.errors.js';

const KEY = 'k1:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=';
const OLDER = 'k0:7RMf0Gk3l2s5VNc6Yf2zq8WbX1hJd4uKpT9oA0eQmZE=';
const outside = { DATABASE_URL: 'postgres://me:pass@db.example.com/book', APP_SECRET: KEY };

function complaints(source: Record<string, string>): readonly string[] {
  try {
    Env.from(source);
    return [];
  } catch (fault) {
    if (fault instanceof StartRefused) return fault.sentences;
    throw fault;
  }
}

describe('the environment', () => {
  it('needs nothing to try the product', () => {
    expect(Env.from({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      isLoopback: true,
      databaseUrl: null,
      logLevel: 'info',
      trustProxy: false,
      console: 'terminal',
      demo: true,
      commandNames: { book: 'book', schedule: 'schedule', scheduleAdmin: 'schedule-admin' },
      operatorName: null,
      contactEmail: null,
      migrateOnStart: true,
      rateLimits: true,
      appSecrets: [],
    });
    expect(Env.from({}).dataDir).toMatch(/^\/.*\.data$/);
  });

  it('speaks with Slack over a socket or by requests, for one workspace or for many', () => {
    const [SLACK_APP_TOKEN, SLACK_BOT_TOKEN] = ['xapp-1-a', 'xoxb-1-b'];
    const SLACK_SIGNING_SECRET = 'a'.repeat(32);
    const many = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'b'.repeat(32) };
    expect(Env.from({}).slack).toBeNull();
    expect(Env.from({ SLACK_APP_TOKEN, SLACK_BOT_TOKEN }).slack).toEqual({
      connection: { kind: 'socket', appToken: SLACK_APP_TOKEN },
      tenancy: { kind: 'one', botToken: SLACK_BOT_TOKEN },
      apiUrl: 'https://slack.com/api/',
      authorizeUrl: 'https://slack.com/oauth/v2/authorize',
      hasIdleClient: false,
    });
    expect(Env.from({ SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN }).slack).toMatchObject({
      connection: { kind: 'http' },
      tenancy: { kind: 'one' },
    });
    expect(
      Env.from({ SLACK_SIGNING_SECRET, ...many, SLACK_API_URL: 'http://127.0.0.1:9/api' }).slack,
    ).toMatchObject({ tenancy: { kind: 'many' }, apiUrl: 'http://127.0.0.1:9/api/' });
    expect(complaints({ SLACK_APP_TOKEN })).toEqual([
      expect.stringMatching(/^Slack needs SLACK_BOT_TOKEN beside SLACK_APP_TOKEN/),
    ]);
    expect(complaints({ SLACK_BOT_TOKEN })).toEqual([
      expect.stringContaining('SLACK_SIGNING_SECRET'),
    ]);
    expect(complaints({ SLACK_SIGNING_SECRET })).toEqual([
      expect.stringContaining('SLACK_CLIENT_ID'),
    ]);
    expect(complaints({ SLACK_MODE: 'http', SLACK_APP_TOKEN, ...many })).toEqual([
      expect.stringMatching(/^SLACK_MODE=http needs SLACK_SIGNING_SECRET\..+leave SLACK_MODE out/),
    ]);
    expect(complaints({ SLACK_MODE: 'socket', SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN })).toEqual([
      expect.stringMatching(/^SLACK_MODE=socket needs SLACK_APP_TOKEN\..+set SLACK_MODE=http/),
    ]);
    expect(Env.from({ SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, ...many }).slack).toMatchObject({
      ...{ tenancy: { kind: 'one' }, hasIdleClient: true },
    });
    expect(complaints({ SLACK_BOT_TOKEN: 'xoxp-1' })).toEqual([expect.stringContaining('xoxb-')]);
    expect(complaints({ SLACK_MODE: 'both' })).toHaveLength(1);
  });

  it('mails through SMTP_URL in the name of MAIL_FROM, and demands both', () => {
    const mail = {
      SMTP_URL: 'smtp://me:pass@mail.example.com:587',
      MAIL_FROM: 'booking@a.example',
    };
    expect(Env.from(mail)).toMatchObject({ mailFrom: 'booking@a.example' });
    expect(Env.from(mail).smtpUrl?.hostname).toBe('mail.example.com');
    expect(Env.from({})).toMatchObject({ smtpUrl: null, mailFrom: 'no-reply@localhost' });
    expect(complaints({ SMTP_URL: mail.SMTP_URL })).toEqual([
      'MAIL_FROM is needed with SMTP_URL: set it to the e-mail address that mail comes from, like booking@example.com.',
    ]);
    for (const SMTP_URL of [
      'mail.example.com',
      'https://mail.example.com',
      'smtp://',
      'smtp:///x',
    ]) {
      expect(complaints({ ...mail, SMTP_URL })).toHaveLength(1);
    }
    for (const MAIL_FROM of [
      'Ada <a@a.example>',
      'a@a.example\r\nBcc: b@b.example',
      'a, b@c.example',
    ]) {
      expect(complaints({ ...mail, MAIL_FROM })).toHaveLength(1);
    }
  });

  it('takes a variable left empty as absent', () => {
    const empty = { APP_URL: '', PORT: ' ', DATABASE_URL: '', CONSOLE: '', TRUST_PROXY: '' };
    expect(Env.from(empty)).toEqual(Env.from({}));
  });

  it('names every variable that will not do, and no value', () => {
    const wrong = {
      APP_URL: 'ftp://wrong.example',
      PORT: '65536wrong',
      HOST: 'wrong host',
      APP_SECRET: 'wrong:wrong',
      DATABASE_URL: 'mysql://wrong',
      LOG_LEVEL: 'wrong',
      DEFAULT_TIME_ZONE: 'Wrong/Zone',
      TRUST_PROXY: 'wrong',
      CONSOLE: 'wrong',
      DEMO: 'wrong',
      COMMAND_NAMES: 'wrong',
      OPERATOR_NAME: 'wrong\nwrong',
      CONTACT_EMAIL: 'wrong',
      MIGRATE_ON_START: 'wrong',
      RATE_LIMITS: 'wrong',
    };
    const sentences = complaints(wrong);
    expect(sentences.map((sentence) => sentence.split(' ')[0])).toEqual(Object.keys(wrong));
    expect(sentences.join()).not.toMatch(/wrong/i);
  });
});

describe('APP_URL', () => {
  it.each(['http://localhost:3000', 'http://127.0.0.9', 'http://[::1]:80', 'http://a.localhost'])(
    'may be plain on this machine: %s',
    (APP_URL) => {
      expect(Env.from({ APP_URL })).toMatchObject({ isLoopback: true, host: '127.0.0.1' });
    },
  );

  it.each(['http://192.168.1.5', 'http://10.0.0.1:8080', 'http://[fd00::1]', 'http://nas.local'])(
    'may be plain in a private network, and then listens everywhere: %s',
    (APP_URL) => {
      expect(Env.from({ APP_URL })).toMatchObject({ isLoopback: false, host: '0.0.0.0' });
    },
  );

  it.each([
    'http://book.example.com',
    'http://8.8.8.8',
    'http://0.0.0.0',
    'http://localhost.example.com',
    'http://172.32.0.1',
  ])('may not be plain in public: %s', (APP_URL) => {
    expect(complaints({ APP_URL })).toEqual([expect.stringMatching(/^APP_URL .*https/)]);
  });

  it.each([
    'book.example.com',
    'https://a.example/path',
    'https://a.example/?x',
    'https://u:p@a.example',
  ])('is nothing but an address: %s', (APP_URL) => {
    expect(complaints({ APP_URL })).toHaveLength(1);
  });

  it('loses the slash at its end', () => {
    expect(Env.from({ APP_URL: 'https://Book.example.com/' }).publicUrl).toBe(
      'https://book.example.com',
    );
  });

  it('follows PORT when it is not given', () => {
    expect(Env.from({ PORT: '4100' })).toMatchObject({
      port: 4100,
      publicUrl: 'http://localhost:4100',
    });
  });

  it('decides whether there is a demo, which needs the embedded database too', () => {
    expect(Env.from({ APP_URL: 'https://book.example.com', DEMO: 'on' }).demo).toBe(false);
    expect(Env.from({ DEMO: 'off' }).demo).toBe(false);
    expect(Env.from(outside).demo).toBe(false);
  });
});

describe('HOST', () => {
  it('wins over what APP_URL suggests', () => {
    expect(Env.from({ HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
    expect(Env.from({ APP_URL: 'https://a.example', HOST: '127.0.0.1' }).host).toBe('127.0.0.1');
  });
});

describe('APP_SECRET', () => {
  it('holds one key or more, the newest first', () => {
    const { appSecrets } = Env.from({ APP_SECRET: `${KEY},${OLDER}` });
    expect(appSecrets.map(({ id, key }) => [id, key.length])).toEqual([
      ['k1', 32],
      ['k0', 32],
    ]);
  });

  it('is demanded with an outside database', () => {
    expect(complaints({ DATABASE_URL: outside.DATABASE_URL })).toEqual([
      expect.stringMatching(/^APP_SECRET is needed/),
    ]);
    expect(Env.from(outside).databaseUrl).toBe(outside.DATABASE_URL);
  });

  it.each([
    'k1:PUT-32-RANDOM-BYTES-HERE',
    'k1:cmVwbGFjZS10aGlzLXdpdGgtMzItcmFuZG9tLWJ5dGVzISE=',
    `k1:${'A'.repeat(43)}=`,
  ])('is not a placeholder: %s', (APP_SECRET) => {
    expect(complaints({ APP_SECRET })).toEqual([expect.stringContaining('placeholder')]);
  });

  it.each(['k1:c2hvcnQ=', KEY.slice(3), `${KEY},`, `${KEY},${KEY}`])(
    'is refused when it is short, bare, half or double: %s',
    (APP_SECRET) => {
      expect(complaints({ APP_SECRET })).toEqual([expect.stringMatching(/^APP_SECRET must/)]);
    },
  );

  it('comes from the data folder only when none is given', () => {
    const [kept] = Env.from({ APP_SECRET: OLDER }).appSecrets;
    const keep = (): readonly (typeof kept & object)[] => (kept ? [kept] : []);
    expect(Env.from({}, keep).appSecrets).toEqual([kept]);
    expect(Env.from({ APP_SECRET: KEY }, keep).appSecrets[0]?.id).toBe('k1');
  });
});

describe('TRUST_PROXY', () => {
  it.each([
    ['1', 1],
    ['0', false],
    ['false', false],
    ['10.0.0.0/8, 127.0.0.1', '10.0.0.0/8, 127.0.0.1'],
  ])('takes hops and addresses: %s', (TRUST_PROXY, trustProxy) => {
    expect(Env.from({ TRUST_PROXY }).trustProxy).toBe(trustProxy);
  });

  it.each(['true', 'TRUE', 'on', '*'])('never trusts everybody: %s', (TRUST_PROXY) => {
    expect(complaints({ TRUST_PROXY })).toEqual([
      expect.stringMatching(/^TRUST_PROXY cannot be true/),
    ]);
  });
});

describe('the switches', () => {
  it.each([
    ['1', 'on'],
    ['yes', 'on'],
    ['True', 'on'],
    ['keep', 'keep'],
    ['Keep', 'keep'],
    ['0', 'off'],
    ['no', 'off'],
  ])('CONSOLE=%s is %s', (CONSOLE, console) => {
    expect(Env.from({ CONSOLE }).console).toBe(console);
  });

  it.each(['off', '0', 'false', 'no', 'OFF'])('are off when they say %s', (off) => {
    expect(Env.from({ MIGRATE_ON_START: off, RATE_LIMITS: off, DEMO: off })).toMatchObject({
      migrateOnStart: false,
      rateLimits: false,
      demo: false,
    });
  });

  it('DEFAULT_TIME_ZONE is a place, not an offset', () => {
    expect(Env.from({ DEFAULT_TIME_ZONE: 'Pacific/Apia' }).defaultTimeZone).toBe('Pacific/Apia');
    expect(complaints({ DEFAULT_TIME_ZONE: '+02:00' })).toHaveLength(1);
  });

  it('a machine at UTC says nothing of where its people are, unless it was said', () => {
    const machine = Env.from({});
    const { defaultTimeZone } = machine;
    expect(machine.knownTimeZone).toBe(defaultTimeZone === 'UTC' ? null : defaultTimeZone);
    expect(Env.from({ DEFAULT_TIME_ZONE: 'UTC' }).knownTimeZone).toBe('UTC');
  });
});
