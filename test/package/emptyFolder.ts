import { execFile, type ExecFileOptions } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** What `make package` has packed. */
export const tarballs = {
  client: resolve(globSync('dist/latchkey-client-*.tgz')[0] ?? 'dist/latchkey-client.tgz'),
  server: resolve(globSync('dist/latchkey-[0-9]*.tgz')[0] ?? 'dist/latchkey.tgz'),
}

/** A folder somewhere else, where nothing of the project can be found by chance. */
export type EmptyFolder = {
  readonly path: string
  write(file: string, text: string): void
  /** Runs a program there, with the Node that we ship. @returns what it printed; throws where its status is not 0 */
  run(program: string, ...words: string[]): Promise<string>
  remove(): void
}

/**
 * The environment of a program there: what this machine needs to reach npm's registry, and nothing of the project on its path.
 *
 * @param node  the folder of the Node to run with; left out: the machine's own
 */
export function bareEnvironment(node?: string): NodeJS.ProcessEnv {
  const outside = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((each) => !each.includes('node_modules'))
  const own = Object.entries(process.env).filter(([name]) =>
    /^HOME$|^NODE_EXTRA_CA_CERTS$|^(?:https?|no)_proxy$|^npm_config_(?:registry|cache|userconfig)$/i.test(
      name,
    ),
  )
  const path = [...(node === undefined ? [] : [node]), ...outside].join(delimiter)
  return { ...Object.fromEntries(own), PATH: path, npm_config_update_notifier: 'false' }
}

/** Makes one. */
export function makeEmptyFolder(): EmptyFolder {
  const path = mkdtempSync(join(tmpdir(), 'latchkey-package-'))
  const options: ExecFileOptions = {
    cwd: path,
    env: bareEnvironment(dirname(process.execPath)),
    maxBuffer: 1e8,
  }
  return {
    path,
    write: (file, text) => writeFileSync(join(path, file), text),
    async run(program, ...words) {
      const { stdout } = await promisify(execFile)(program, words, options)
      return String(stdout)
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** Installs packages there; only what is in npm's cache or comes from the registry. */
export function install(folder: EmptyFolder, ...packages: string[]): Promise<string> {
  return folder.run('npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', ...packages)
}
