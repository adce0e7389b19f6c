const shared = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/migrations', '<rootDir>/test'],
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2024',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};

// One PostgreSQL for the whole run, shared by the projects.
const database = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

/** Three sizes of test, told apart by the file's ending: `.spec.ts` (pure), `.api.spec.ts` (HTTP and SQL against PostgreSQL), `.browser.spec.ts` (the built product in Chromium). */
export default {
  // Only what hangs ends here: a machine may be busy, and no test is about speed.
  testTimeout: 600_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.api\\.spec\\.ts$', '\\.browser\\.spec\\.ts$'],
    },
    {
      ...shared,
      ...database,
      displayName: 'api',
      testMatch: ['**/*.api.spec.ts'],
    },
    { ...shared, ...database, displayName: 'browser', testMatch: ['**/*.browser.spec.ts'] },
  ],
};
