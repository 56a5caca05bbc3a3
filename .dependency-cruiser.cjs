// Who may import whom (docs/decisions and each folder's README say why). Every rule has been broken once to prove it.
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })
const only = (name, from, allowed, comment) =>
  rule(name, { path: from }, { path: '^(src|client|openapi|generated|test)/', pathNot: allowed }, comment)

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }, 'a cycle has no reading order'),
    only(
      'domain-is-pure',
      '^src/domain/',
      ['^src/domain/'],
      'domain decides, and knows nothing of the world',
    ),
    rule(
      'domain-needs-no-package',
      { path: '^src/domain/' },
      {
        dependencyTypesNot: ['local', 'aliased-subpath-import'],
        pathNot: ['^crypto$', '^url$', 'node_modules/(?:jose|bowser)/'],
      },
      'node:crypto, node:url, jose and bowser only',
    ),
    only(
      'ports-know-the-domain',
      '^src/store/[^/]+\\.ts$',
      ['^src/store/[^/]+\\.ts$', '^src/domain/'],
      'a port is written in domain types',
    ),
    only(
      'mikro-implements-ports',
      '^src/store/mikro/',
      ['^src/store/', '^src/domain/'],
      'the store knows nothing of HTTP',
    ),
    only(
      'memory-implements-ports',
      '^src/store/memory/',
      ['^src/store/[^/]+\\.ts$', '^src/store/memory/', '^src/domain/'],
      'the store of the mock issuer needs no database',
    ),
    rule(
      'only-roots-mock',
      { path: '^src/', pathNot: '^src/(cli|mockIssuer|store/memory)/' },
      { path: '^src/(mockIssuer|store/memory)/' },
      'the service never runs on what mocks do',
    ),
    only(
      'platform-is-an-adapter',
      '^src/platform/',
      ['^src/platform/', '^src/domain/', '^src/store/[^/]+\\.ts$'],
      'platform adapts one library each',
    ),
    only(
      'steps-take-the-context',
      '^src/steps/',
      [
        '^src/steps/',
        '^src/domain/',
        '^src/context\\.ts$',
        '^src/store/[^/]+\\.ts$',
        '^src/platform/jws\\.ts$',
      ],
      'a step loads, asks the domain, applies',
    ),
    only(
      'handlers-answer',
      '^src/api/[^/]+/',
      [
        '^src/steps/',
        '^src/domain/',
        '^src/pages/',
        '^src/context\\.ts$',
        '^src/http/operation\\.ts$',
        '^generated/openapi\\.json$',
      ],
      'a handler never imports another operation',
    ),
    only(
      'jobs-follow-requests',
      '^src/jobs/',
      ['^src/steps/', '^src/domain/', '^src/pages/', '^src/context\\.ts$'],
      'a job is a handler that nobody waits for',
    ),
    only(
      'http-is-the-corridor',
      '^src/http/',
      [
        '^src/http/',
        '^src/api/index\\.ts$',
        '^src/context\\.ts$',
        '^src/domain/',
        '^src/steps/(findToken|findSignedIn)\\.ts$',
        '^src/pages/(errorPage|contentSecurityPolicy|view)\\.ts$',
        '^src/platform/(log|metrics|passwords|boundedQueue|tracing)\\.ts$',
        '^src/store/store\\.ts$',
        '^generated/',
      ],
      'the corridor knows operations by the table only',
    ),
    only(
      'client-stands-alone',
      '^client/',
      ['^client/', '^generated/api/'],
      'the SDK is published by itself',
    ),
    rule(
      'only-mikro-knows-mikro',
      { pathNot: '^src/store/mikro/' },
      { path: 'node_modules/@mikro-orm/' },
      'the ORM stays behind the store',
    ),
    rule(
      'only-http-knows-fastify',
      { path: '^src/', pathNot: '^src/(http/|mockIssuer/|startService\\.ts$|pages/scalar\\.ts$)' },
      { path: 'node_modules/(fastify|@fastify|openapi-backend)/' },
      'no handler sees Fastify',
    ),
    rule(
      'only-tracing-knows-opentelemetry',
      { path: '^src/', pathNot: '^src/platform/tracing/' },
      { path: 'node_modules/@opentelemetry/' },
      'nothing of it is loaded where no traces are collected',
    ),
    rule('nothing-imports-main', {}, { path: '^src/main\\.ts$' }, 'main has side effects at import'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.gen\\.ts$|^generated/api/|^client/dist/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
