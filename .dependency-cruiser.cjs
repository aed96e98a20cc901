// What may depend on what; docs/architecture.md explains why.
const rooms = {
  story: [],
  normalise: ['story'],
  captions: ['story', 'normalise'],
  copies: ['story', 'normalise', 'captions'],
  parsers: ['story', 'normalise'],
  export: ['story'],
  config: ['story'],
  sources: ['story', 'config'],
  store: ['story', 'captions', 'copies'],
  embedded: ['story', 'config'],
  simulator: ['story'],
  workers: ['story', 'normalise', 'captions', 'copies', 'parsers', 'config', 'sources', 'store'],
  ops: [
    'story',
    'normalise',
    'captions',
    'copies',
    'parsers',
    'export',
    'config',
    'sources',
    'store',
    'workers',
    'embedded',
    'simulator',
  ],
}

/** Modules that do I/O; the pure rooms stay away from them. */
const io =
  '^(node:)?(fs|fs/promises|net|http|https|http2|dgram|dns|dns/promises|tls|child_process|worker_threads|os|cluster)$'

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/(cli|index)\\.ts$'] },
      to: {},
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-dev'], pathNot: ['@types/'] },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-reaches-too-far`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: [room, ...allowed].map((name) => `^src/${name}/`) },
    })),
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      from: { path: '^src/(story|normalise|captions|copies|parsers|export)/' },
      to: { path: io },
    },
    {
      name: 'pure-rooms-know-no-services',
      severity: 'error',
      from: { path: '^src/(story|normalise|captions|copies|parsers|export)/' },
      to: { path: 'node_modules/(pg|bullmq|ioredis|undici|fastify|pino|prom-client)/' },
    },
    {
      name: 'sql-only-in-the-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store|embedded|workers/queue)/' },
      to: { path: 'node_modules/pg/' },
    },
    {
      name: 'queue-only-in-its-wrapper',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workers/queue/' },
      to: { path: 'node_modules/(bullmq|ioredis)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
