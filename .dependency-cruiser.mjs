/**
 * Who may import whom. One rule per sentence of ARCHITECTURE.md, in the same order; the comment is
 * what a contributor reads when the check fails.
 */
const PURE_PACKAGES = '(@types/luxon|luxon|simple-statistics|ml-regression)'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'forecasting-is-pure',
      comment:
        'forecasting/ computes. It knows no database, HTTP, clock, file or React: pass the data in.',
      severity: 'error',
      from: { path: '^forecasting/' },
      to: { path: '.', pathNot: ['^forecasting/', `node_modules/${PURE_PACKAGES}`] },
    },
    {
      name: 'sql-lives-in-queries',
      comment:
        'Only *.queries.ts and the database platform build SQL. Call a query function instead.',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: ['\\.queries\\.ts$', '^server/platform/db/'],
      },
      to: { path: 'node_modules/(kysely|pg|@electric-sql/pglite)/' },
    },
    {
      name: 'queries-are-private',
      comment: "A feature's queries are its own. Ask the other feature's *.service.ts.",
      severity: 'error',
      from: { path: '^server/features/([^/]+)/' },
      to: {
        path: '^server/features/([^/]+)/.+\\.(queries|routes)\\.ts$',
        pathNot: '^server/features/$1/',
      },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/platform/' },
      to: { path: '^server/(features/|app\\.ts)' },
    },
    {
      name: 'client-shares-types-only',
      comment:
        'The client sees the server through client/api/schema.d.ts, which is made from OpenAPI.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|forecasting|migrations|fixtures|tests)/' },
    },
    {
      name: 'client-flows-down',
      comment: 'pages -> features -> components, lib, api. Never up, never sideways.',
      severity: 'error',
      from: { path: '^client/(features|components|lib|api)/' },
      to: { path: '^client/pages/' },
    },
    {
      name: 'client-features-are-islands',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/' },
      to: { path: '^client/features/', pathNot: '^client/features/$1/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tests/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
