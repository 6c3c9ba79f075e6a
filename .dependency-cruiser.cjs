// Who may import whom. Each rule is tested with a planted violation in test/architecture/layers.test.ts.
const slice = '^src/domains/([^/]+)/'
const tests = '\\.test\\.tsx?$'
const order = [
  'programme', 'people', 'places', 'training', 'registration', 'matching', 'visits',
  'care', 'money', 'groups', 'stories', 'outcomes', 'portal',
] // lower first

const upward = order.slice(0, -1).map((name, i) => ({
  name: `order-${name}`,
  severity: 'error',
  comment: `${name} may call only slices before it; tell later ones by an event`,
  from: { path: `^src/domains/${name}/` },
  to: { path: `^src/domains/(${order.slice(i + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core may import only its own core and the kernel',
      from: { path: `${slice}core/`, pathNot: tests },
      to: { pathNot: ['^src/domains/$1/core/', '^src/kernel/'] },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      comment: 'kernel is the bottom',
      from: { path: '^src/kernel/', pathNot: tests },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      comment: 'ui, platform and kernel know no domain word',
      from: { path: '^src/(ui|platform|kernel)/' },
      to: { path: '^src/(domains/|cli/|app\\.|main\\.)' },
    },
    {
      name: 'ui-stands-alone',
      severity: 'error',
      comment: 'ui imports only the kernel, npm, and the pure part of i18n: languages, words, dates',
      from: { path: '^src/ui/', pathNot: tests },
      to: {
        path: '^src/',
        pathNot: ['^src/ui/', '^src/kernel/', '^src/platform/i18n/(reader|words|dates|holidays|reader-cookie)\\.ts$'],
      },
    },
    {
      name: 'slice-front-door',
      severity: 'error',
      comment: 'another slice is reached only through its index.ts',
      from: { path: slice },
      to: { path: slice, pathNot: ['^src/domains/$1/', '^src/domains/[^/]+/index\\.ts$'] },
    },
    {
      name: 'web-not-db',
      severity: 'error',
      comment: 'pages do not touch the database',
      from: { path: `${slice}web/`, pathNot: tests },
      to: { path: '^src/platform/db/' },
    },
    {
      name: 'data-below-actions',
      severity: 'error',
      comment: 'data knows neither actions nor pages',
      from: { path: `${slice}data/`, pathNot: tests },
      to: { path: '^src/domains/$1/(actions|web)/' },
    },
    {
      name: 'actions-below-web',
      severity: 'error',
      comment: 'an action knows no page',
      from: { path: `${slice}actions/`, pathNot: tests },
      to: { path: ['^src/domains/$1/web/', '^src/ui/'], pathNot: '[/-]paths\\.ts$' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'what runs does not lean on tests; pictures and benchmarks do',
      from: { path: '^src/', pathNot: [tests, '^src/cli/(screens|papers|bench)\\.ts$'] },
      to: { path: ['^(test|e2e|bench)/', tests] },
    },
    ...upward,
    { name: 'no-circular', severity: 'error', comment: 'a circle has no first step', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', comment: 'the import leads nowhere', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
}
