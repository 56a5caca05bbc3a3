// Draws the reference from the contract that this very service enforces. Pages for browsers are left out.
/** Where this service answers: two steps above this script. */
const service = new URL('..', import.meta.url).href.slice(0, -1)
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

function withoutPages(contract) {
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const method of methods) if (item[method]?.['x-audience'] === 'browser') delete item[method]
    if (!methods.some((method) => method in item)) delete contract.paths[path]
  }
  for (const item of Object.values(contract.paths))
    for (const sample of methods.flatMap((method) => item[method]?.['x-codeSamples'] ?? []))
      sample.source = sample.source.replaceAll('http://localhost:8787', service)
  const used = new Set(
    Object.values(contract.paths).flatMap((item) => methods.flatMap((method) => item[method]?.tags ?? [])),
  )
  contract.tags = contract.tags.filter(({ name }) => used.has(name))
  // The first server is where the reader is.
  contract.servers = [{ url: service, description: 'This service' }]
  return contract
}

const answer = await fetch(`${service}/openapi.json`)
globalThis.Scalar.createApiReference('#reference', {
  content: withoutPages(await answer.json()),
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  // What is shown as code was executed (x-codeSamples): nothing that Scalar makes up.
  hiddenClients: true,
  persistAuth: false,
})
