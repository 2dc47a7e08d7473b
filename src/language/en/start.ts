/** What the start says, and why it refuses. Names variables, never their values. */
export const start = {
  portTaken:
    'Port {{port}} is used by another program. Stop that program, or set PORT to another number.',
  addressUnknown:
    'This machine has no address {{host}}. Set HOST to one it has, or leave it empty.',
  rateLimitsOff:
    'RATE_LIMITS is off: nothing bounds how often strangers ask and book. For benches and tests only.',
  endHung:
    'The orderly end did not come to its end and was broken off. Bookings are safe; start again as usual.',
  dataFolder:
    'The data folder {{folder}} cannot be written ({{cause}}). Give it to the user who starts Vis-à-vis, or set DATA_DIR to another folder.',
  appSecretFile:
    '{{file}} holds the key that opens stored secrets, but it cannot be read. Restore it from a backup, or set APP_SECRET to the key.',
  database: {
    binaries:
      'There is no built-in PostgreSQL for this machine ({{platform}}), or it was not installed. Set DATABASE_URL to a PostgreSQL server, or run npm ci without leaving out optional packages.',
    rootAlone:
      'The built-in database cannot run as root, and this machine has no account named postgres or nobody to run it. Start Vis-à-vis as an ordinary user, or set DATABASE_URL.',
    record:
      '{{file}} says where the database is, but it cannot be read. Restore it from a backup together with the database.',
    lost: 'The database that {{file}} names is gone: {{data}} is missing or empty. Restore it from a backup, or remove {{file}} to begin with an empty one.',
    access:
      'The database of {{dataDir}} cannot be reached by this account ({{why}}). Start Vis-à-vis as the user who made it, or set DATA_DIR to another folder.',
    version:
      'The database files in {{folder}} were made by PostgreSQL {{made}}, and this is PostgreSQL {{present}}. Carry the data over with pg_dump and psql before you upgrade.',
    alreadyRunning:
      'Another Vis-à-vis is already running on the data folder {{dataDir}}. Stop it first, or give this one a DATA_DIR of its own.',
    silent:
      'A PostgreSQL server (process {{pid}}) works on the data folder but does not answer. Stop that process and start again.',
    orphan:
      'An earlier run left its database server behind (process {{pid}}). Stopping it and starting anew; nothing is lost.',
    diskFull:
      'There is no space left on the disk of {{folder}}. Free some and start again; nothing is lost.',
    failed: 'The built-in database in {{folder}} could not start: {{why}}',
    crashed: 'The database server ended unexpectedly. Starting it again.',
    recovered: 'The database server is back.',
    retrying: 'The database server could not be started: {{why}} Trying again in {{seconds}} s.',
  },
  unfit: {
    waiting:
      'The database that DATABASE_URL names does not answer yet. Trying for up to {{seconds}} s.',
    unreachable:
      'The database that DATABASE_URL names cannot be reached: {{why}}. Check that the server runs and that the address is right.',
    noDatabase:
      'The server that DATABASE_URL names has no such database. Create it with createdb and start again.',
    noEntry:
      'The server that DATABASE_URL names refused the user or the password. Correct them and start again.',
    other:
      'DATABASE_URL names {{name}}, which cannot keep bookings from overlapping. Use PostgreSQL 14 or newer.',
    old: 'DATABASE_URL names PostgreSQL {{major}}. Use PostgreSQL {{oldest}} or newer.',
    untried: 'PostgreSQL {{major}} is newer than this release has been tried with.',
    replica: 'DATABASE_URL names a replica, which cannot be written. Name the primary server.',
    readOnly:
      'The database that DATABASE_URL names is read-only (default_transaction_read_only). Make it writable and start again.',
    encoding:
      'The database that DATABASE_URL names is stored as {{encoding}} and cannot hold every name. Create it with encoding UTF8.',
    gistAbsent:
      'The server that DATABASE_URL names lacks the extension btree_gist, without which bookings could overlap. Install postgresql-contrib there and start again.',
    gistForbidden:
      'The database needs the extension btree_gist, and this user may not install it. As an administrator run there: create extension btree_gist',
    migration:
      'The database could not be brought up to date, and was left as it was: {{why}}. Start again when this is solved.',
    pending_one:
      'The database lacks {{count}} migration and MIGRATE_ON_START is off. Start once with MIGRATE_ON_START=on.',
    pending_other:
      'The database lacks {{count}} migrations and MIGRATE_ON_START is off. Start once with MIGRATE_ON_START=on.',
    constraint:
      'The database lacks the constraint booking_no_overlap on the table booking, which keeps bookings from overlapping. Restore it from a backup and start again.',
  },
  environment: {
    APP_URL:
      'APP_URL must be the address people open, like https://book.example.com, without a path.',
    appUrlPlain:
      'APP_URL may start with http:// only for this machine or a private address: use https://.',
    PORT: 'PORT must be a whole number from 1 to 65535.',
    HOST: 'HOST must be the IP address or the host name to listen on, like 0.0.0.0.',
    APP_SECRET:
      'APP_SECRET must be one or more keys as id:base64, the newest first, separated by commas, each of at least 32 random bytes. Make one with: echo "k1:$(openssl rand -base64 32)"',
    appSecretPlaceholder:
      'APP_SECRET still holds a placeholder. Make a key of your own with: echo "k1:$(openssl rand -base64 32)"',
    appSecretMissing:
      'APP_SECRET is needed with a DATABASE_URL, because the key must outlive this machine. Make one with: echo "k1:$(openssl rand -base64 32)"',
    DATA_DIR: 'DATA_DIR must be the path of a folder.',
    DATABASE_URL:
      'DATABASE_URL must look like postgres://user:password@host:5432/name; leave it empty for the built-in database.',
    LOG_LEVEL: 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace and silent.',
    DEFAULT_TIME_ZONE: 'DEFAULT_TIME_ZONE must be the name of a time zone, like Europe/Berlin.',
    TRUST_PROXY:
      'TRUST_PROXY must be the number of proxies in front, or their addresses separated by commas.',
    trustProxyAll:
      'TRUST_PROXY cannot be true: anybody could then forge an address. Give the number of proxies in front, like 1, or their addresses.',
    CONSOLE:
      'CONSOLE must be 1 (or yes, on), keep or 0 (or no, off); leave it empty to have it in a terminal only.',
    DEMO: 'DEMO must be on or off.',
    COMMAND_NAMES:
      'COMMAND_NAMES must be three different names, like book,schedule,schedule-admin, of lower-case letters, digits, hyphens and underscores, each at most 31 characters long.',
    OPERATOR_NAME: 'OPERATOR_NAME must be at most 200 characters on one line.',
    CONTACT_EMAIL: 'CONTACT_EMAIL must be an e-mail address.',
    SMTP_URL:
      'SMTP_URL must look like smtp://user:password@mail.example.com:587 (or smtps://… for port 465); leave it empty to keep each mail as a file in the data folder.',
    MAIL_FROM:
      'MAIL_FROM must be the e-mail address that mail comes from, like booking@example.com, without a name.',
    mailFromMissing:
      'MAIL_FROM is needed with SMTP_URL: set it to the e-mail address that mail comes from, like booking@example.com.',
    MIGRATE_ON_START: 'MIGRATE_ON_START must be on or off.',
    RATE_LIMITS: 'RATE_LIMITS must be on or off.',
    SLACK_MODE: 'SLACK_MODE must be socket or http.',
    SLACK_APP_TOKEN:
      'SLACK_APP_TOKEN must be an app-level token, which begins with xapp-. Slack shows it under Basic Information, App-Level Tokens.',
    SLACK_BOT_TOKEN:
      'SLACK_BOT_TOKEN must be a bot token, which begins with xoxb-. Slack shows it under OAuth & Permissions.',
    SLACK_SIGNING_SECRET:
      'SLACK_SIGNING_SECRET must be the Signing Secret that Slack shows under Basic Information.',
    SLACK_CLIENT_ID:
      'SLACK_CLIENT_ID must be the Client ID that Slack shows under Basic Information.',
    SLACK_CLIENT_SECRET:
      'SLACK_CLIENT_SECRET must be the Client Secret that Slack shows under Basic Information.',
    SLACK_API_URL: 'SLACK_API_URL must be an address like https://slack.com/api/.',
    SLACK_AUTHORIZE_URL:
      'SLACK_AUTHORIZE_URL must be an address like https://slack.com/oauth/v2/authorize.',
  },
  slack: {
    idleClient:
      'SLACK_BOT_TOKEN is set, so Slack is served in its workspace alone, and SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are not used. For many workspaces, leave SLACK_BOT_TOKEN and SLACK_APP_TOKEN out; for one, leave those two out.',
    missing: {
      socket:
        'Slack needs SLACK_APP_TOKEN for a connection of its own, or SLACK_SIGNING_SECRET with SLACK_MODE=http.',
      http: 'Slack needs SLACK_SIGNING_SECRET to send requests here, or SLACK_APP_TOKEN for a connection of its own.',
      socketNotHttp:
        'SLACK_MODE=socket needs SLACK_APP_TOKEN. Set it, or set SLACK_MODE=http to be sent requests, for which SLACK_SIGNING_SECRET is there.',
      httpNotSocket:
        'SLACK_MODE=http needs SLACK_SIGNING_SECRET. Set it, or leave SLACK_MODE out to connect with SLACK_APP_TOKEN, which is there.',
      bot: 'Slack needs SLACK_BOT_TOKEN beside SLACK_APP_TOKEN. Slack shows it under OAuth & Permissions, once the app is installed.',
      tokens:
        'Slack needs SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many.',
    },
  },
} as const;
