/**
 * The program that draws the reference, as Scalar's package has it. The package gives it away only through a Fastify
 * plugin, so a Fastify that never listens is asked for it. Loaded when it is first wanted: it is larger than the service.
 */
export async function scalarScript(): Promise<string> {
  const [{ fastify }, { default: scalar }] = await Promise.all([
    import('fastify'),
    import('@scalar/fastify-api-reference'),
  ])
  const host = fastify({ logger: false })
  try {
    await host.register(scalar, { routePrefix: '/docs', configuration: { content: {} } })
    const { statusCode, body } = await host.inject('/docs/js/scalar.js')
    if (statusCode !== 200) throw new Error(`Scalar's package has no program: status ${statusCode}`)
    // Its source map is not part of the package.
    return body.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n')
  } finally {
    await host.close()
  }
}
