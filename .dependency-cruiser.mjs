/** Imports go one way: core ← store ← app ← chat ← adapters ← main; jobs and web sit beside the adapters. */
const mayNotImport = (layer, others) => ({
  name: `${layer}-stands-left-of-${others.replaceAll('|', '-')}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(${others})(/|[.]ts$)` },
})

export default {
  forbidden: [
    { name: 'core-stands-alone', severity: 'error', from: { path: '^src/core' }, to: { path: '^src/(?!core)' } },
    {
      name: 'core-uses-value-libraries-only',
      severity: 'error',
      from: { path: '^src/core' },
      to: {
        path: 'node_modules',
        pathNot:
          'node_modules/(temporal-polyfill|temporal-spec|temporal-utils|zod|date-holidays|chinese-days|yaml|csv-parse|rrule-temporal)',
      },
    },
    { name: 'core-reads-no-machine', severity: 'error', from: { path: '^src/core' }, to: { dependencyTypes: ['core'] } },
    mayNotImport('store', 'app|chat|adapters|jobs|web|main|cli|demo'),
    mayNotImport('app', 'chat|adapters|jobs|web|main|cli|demo'),
    mayNotImport('chat', 'adapters|jobs|web|main|cli|demo'),
    mayNotImport('adapters', 'jobs|web|main|cli|demo'),
    mayNotImport('jobs', 'adapters|web|main|cli|demo'),
    {
      name: 'prisma-is-the-store-s',
      severity: 'error',
      from: { pathNot: '^src/store' },
      to: { path: 'node_modules/(@prisma|prisma|pg|@electric-sql|pglite-prisma-adapter)/' },
    },
    { name: 'bolt-is-slack-s', severity: 'error', from: { pathNot: '^src/adapters/slack' }, to: { path: 'node_modules/@slack/' } },
    {
      name: 'grammy-is-telegram-s',
      severity: 'error',
      from: { pathNot: '^src/adapters/telegram' },
      to: { path: 'node_modules/(grammy|@grammyjs)/' },
    },
    {
      name: 'adapters-know-nothing-of-each-other',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/([^/]+)/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^src/store/generated' },
      to: { circular: true, viaOnly: { pathNot: '^src/store/generated' } },
    },
  ],
  options: {
    exclude: { path: '^dist/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
