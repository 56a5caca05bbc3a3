import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Completes what the compiler wrote to dist/latchkey, so that `npm pack` finds a package there: Node does not run
 * TypeScript inside node_modules, and the package needs only what runs. Called by `make package`.
 */
type Manifest = Record<string, unknown> & { readonly bin: Record<string, string> }

const folder = 'dist/latchkey'
const {
  devDependencies: _d,
  workspaces: _w,
  private: _p,
  allowScripts: _a,
  overrides: _o,
  imports: _i,
  ...manifest
} = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const published = {
  ...manifest,
  bin: { latchkey: 'src/cli/latchkey.js' },
  exports: { './mock-issuer': './src/mockIssuer/start.js', './package.json': './package.json' },
  imports: { '../../generated/*.ts': './generated/*.js', '#generated/*.json': './generated/*.json' },
}
writeFileSync(`${folder}/package.json`, `${JSON.stringify(published, null, 2)}\n`)
for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md']) copyFileSync(file, `${folder}/${file}`)
// The compiler leaves out what pages are made of.
for (const folderOrFile of ['generated/site', 'docs/site', 'docs/divergences.md'])
  cpSync(folderOrFile, `${folder}/${folderOrFile}`, { recursive: true })
copyFileSync('generated/passwordStrength.js', `${folder}/generated/passwordStrength.js`)
cpSync('src/pages', `${folder}/src/pages`, { recursive: true, filter: (path) => !/\.(?:ts|md)$/.test(path) })
