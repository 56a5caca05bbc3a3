import { dirname, relative, resolve } from 'node:path'
import { rolldown, type Plugin } from 'rolldown'

/** What entries share lies here. Like them it is two folders deep, so that one way leads from each of them to any file. */
const shared = 'src/lib'

/**
 * Puts our own modules together for the package: Node takes most of a start to find and open seven hundred of them. Packages that
 * we depend on stay what they are, so that whoever installs us sees and updates them.
 *
 * @param entries  source files, which keep their places
 * @param destination  the package's folder
 */
export async function bundle(entries: readonly string[], destination: string): Promise<void> {
  const build = await rolldown({
    input: Object.fromEntries(entries.map((entry) => [entry.replace(/\.ts$/, ''), entry])),
    platform: 'node',
    external: (id) => /^(?:node:|@?[a-z])/.test(id),
    plugins: [ownPlace, contractAsData],
  })
  await build.write({
    dir: destination,
    format: 'esm',
    chunkFileNames: `${shared}/[name]-[hash].js`,
    entryFileNames: '[name].js',
  })
  await build.close()
}

/** A module that reads a file beside it still finds it: those files lie where they lay. */
const ownPlace: Plugin = {
  name: 'own-place',
  transform(code, id) {
    if (!code.includes('import.meta.')) return null
    const path = relative(resolve(shared), id)
    return code
      .replaceAll('import.meta.dirname', `(import.meta.dirname + '/${dirname(path)}')`)
      .replaceAll('import.meta.url', `new URL('${path}', import.meta.url).href`)
  },
}

/** The contract is read as JSON, which is quicker than the same as a program. */
const contractAsData: Plugin = {
  name: 'contract-as-data',
  resolveId: (source) =>
    source.endsWith('/generated/openapi.json') ? { id: '#generated/openapi.json', external: true } : null,
}
