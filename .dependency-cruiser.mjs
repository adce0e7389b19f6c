/**
 * The walls of the house (docs/adr/0001): which library may know which. Every other arrow between libraries is refused,
 * and a library is entered through its index alone.
 */
const MAY_KNOW = {
  evidence: [],
  platform: [],
  audit: ['platform', 'evidence'],
  directory: ['platform', 'audit'],
  children: ['platform', 'audit', 'directory'],
  cases: ['platform', 'audit', 'directory', 'children'],
  trackers: ['platform', 'audit', 'directory', 'children', 'cases'],
  meetings: ['platform', 'audit', 'directory', 'children', 'cases', 'trackers'],
  'sip-plans': ['platform', 'audit', 'directory', 'children', 'cases', 'trackers', 'meetings'],
  consultations: ['platform', 'audit', 'directory'],
  'action-plans': ['platform', 'audit', 'directory', 'evidence'],
  live: ['platform', 'audit', 'directory', 'evidence'],
};

const SPECS = '\\.spec\\.ts$';

const walls = Object.entries(MAY_KNOW).map(([lib, known]) => ({
  name: `${lib}-knows-only-${known.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: SPECS },
  to: { path: '^(libs|apps|migrations|test)/', pathNot: `^libs/(${[lib, ...known].join('|')})/` },
}));

const doors = Object.keys(MAY_KNOW).map((lib) => ({
  name: `${lib}-is-entered-by-its-index`,
  severity: 'error',
  from: { path: '^(libs|apps|migrations)/', pathNot: [`^libs/${lib}/`, SPECS] },
  to: { path: `^libs/${lib}/`, pathNot: `^libs/${lib}/(index|local-postgres)\\.ts$` },
}));

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-circles-of-folders',
      comment: 'A page that puts several nouns together stands in a folder above theirs.',
      scope: 'folder',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { circular: true },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-unlisted-library',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: `^libs/(?!(${Object.keys(MAY_KNOW).join('|')})/)` },
    },
    {
      name: 'apps-compose-and-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/(web|verify)/', pathNot: SPECS },
      to: { path: '^(apps/(?!$1)|libs/(?!evidence/)|migrations/)' },
    },
    {
      name: 'the-worker-knows-no-server',
      severity: 'error',
      from: { path: '^apps/worker/' },
      to: { path: '^apps/(api|web|verify)/' },
    },
    {
      name: 'the-product-knows-no-tests',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: SPECS },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'only-the-scope-reaches-the-database',
      comment:
        'Work goes through Database.as; the default manager and raw connections belong to the platform and to upkeep.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/platform/', '^libs/live/', SPECS] },
      to: { path: '^node_modules/(pg|pg-pool)/' },
    },
    ...walls,
    ...doors,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|schema\\.generated\\.ts$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
