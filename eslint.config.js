import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const pureSlots = [
  { name: 'Date', message: 'The engine is a function of its arguments: take epoch milliseconds.' },
  { name: 'process', message: 'The engine reads no environment.' },
];

/** One module that waits makes jest read every module that reaches it three times. */
const waiting = {
  selector:
    ':matches(Program > ExpressionStatement, Program > * > VariableDeclarator, Program > * > * > VariableDeclarator) > AwaitExpression',
  message: 'Modules load without waiting: wait in a function.',
};

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'coverage', '.data', 'src/booking-page/assets'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A left-out rest is the plainest way to say "all but these".
      // What a class offers to those who extend it has names for what it is handed, too.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_' },
      ],
      // Nest takes its options as plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 3 }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', waiting],
    },
  },
  {
    // Nest injects through constructors, whose length is the number of collaborators.
    files: ['src/**/*.ts', 'bots/**/*.ts'],
    rules: { 'max-params': 'off', '@typescript-eslint/max-params': 'off' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'bots/**/*.ts'],
    ignores: ['src/config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'src/config/env.ts is the only reader.' },
      ],
    },
  },
  {
    // However long the text is that a stranger sends, its patterns read it in proportion to that.
    files: [
      'src/shared/text/**/*.ts',
      'src/shared/http/**/*.ts',
      'src/shared/idempotency/**/*.ts',
      'src/calendars/questions/answer*.ts',
      'src/bookings/intake/**/*.ts',
      'src/booking-page/encoding.ts',
    ],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['src/slots/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-globals': ['error', ...pureSlots] },
  },
  {
    files: ['test/**/*.ts', '**/*.spec.ts', '**/*.spec.tsx', 'bench/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      'no-restricted-properties': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
