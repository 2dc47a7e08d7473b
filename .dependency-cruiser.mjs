// Who may import whom. Each row of MAY says what a folder of src may reach beside itself.
const COMMON = ['shared', 'config', 'database', 'language'];
const MAY = {
  slots: [],
  shared: COMMON,
  config: COMMON,
  database: COMMON,
  language: COMMON,
  jobs: COMMON,
  audit: COMMON,
  hosts: [...COMMON, 'jobs', 'audit'],
  calendars: [...COMMON, 'jobs', 'hosts', 'slots', 'audit'],
  availability: [...COMMON, 'slots', 'calendars', 'hosts'],
  bookings: [...COMMON, 'availability', 'calendars', 'hosts', 'jobs', 'audit'],
  notifications: [...COMMON, 'audit', 'bookings', 'calendars', 'hosts', 'jobs'],
  operations: [
    ...COMMON,
    'bookings',
    'calendars',
    'hosts',
    'jobs',
    'notifications',
    'availability',
  ],
  openapi: [...COMMON, 'audit', 'availability', 'bookings', 'calendars', 'hosts'],
  'booking-page': [
    ...COMMON,
    'bookings',
    'calendars',
    'hosts',
    'jobs',
    'availability',
    'notifications',
    'openapi',
  ],
};

/** Everybody may speak of intervals and of local time; the engine itself is for the shell round it. */
const OPEN_SLOT_FILES = '^src/slots/(interval|wall-clock|find-slots|explain-slot)\\.ts$';

const folderRule = ([folder, may]) => ({
  name: `src-${folder}`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: '\\.spec\\.tsx?$' },
  to: {
    path: '^(src|bots)/',
    pathNot: [`^src/(${[folder, ...may].join('|')})/`, OPEN_SLOT_FILES],
  },
});

const PURE = '\\.(mapper|renderer|parser|view|dialogue|card)\\.tsx?$';

export default {
  forbidden: [
    ...Object.entries(MAY).map(folderRule),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'src-never-imports-bots',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app\\.module\\.ts$' },
      to: { path: '^bots/' },
    },
    {
      name: 'core-knows-no-platform',
      severity: 'error',
      from: { path: '^bots/core/' },
      to: { path: '^(bots/(?!core/)|src/booking-page/)' },
    },
    {
      name: 'platform-reaches-no-other',
      severity: 'error',
      from: { path: '^bots/([^/]+)/', pathNot: '^bots/core/' },
      to: { path: '^bots/', pathNot: '^bots/($1|core)/' },
    },
    {
      name: 'pure-files-do-no-input-or-output',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: '\\.(service|repository|controller|client|provider|module)\\.tsx?$|^node:(fs|net|http)|node_modules/(@nestjs|@mikro-orm|pg)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(src|bots)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^(test|bench|tools)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types'],
    },
  },
};
