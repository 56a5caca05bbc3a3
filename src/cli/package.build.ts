import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { bundle } from './bundle.build.ts'
import { flattenDeclarations } from './declarations.build.ts'

/**
 * Makes dist/latchkey, where `npm pack` finds a package: Node does not run TypeScript inside node_modules, and the package needs
 * only what runs. Called by `make package`.
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
const mockIssuer = './src/mockIssuer/start'
const published = {
  ...manifest,
  bin: { latchkey: 'src/cli/latchkey.js' },
  exports: {
    './mock-issuer': { types: `${mockIssuer}.d.ts`, default: `${mockIssuer}.js` },
    './package.json': './package.json',
  },
  imports: { '#generated/*.json': './generated/*.json' },
}
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/package.json`, `${JSON.stringify(published, null, 2)}\n`)
await bundle(['src/cli/latchkey.ts', `${mockIssuer.slice(2)}.ts`], folder)
writeFileSync(`${folder}/${mockIssuer}.d.ts`, flattenDeclarations(`${mockIssuer}.ts`))
for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md']) copyFileSync(file, `${folder}/${file}`)
// What is read as it is: the contract, and what pages are made of.
for (const part of [
  'generated/openapi.json',
  'generated/passwordStrength.js',
  'generated/site',
  'docs/site',
  'docs/divergences.md',
])
  cpSync(part, `${folder}/${part}`, { recursive: true })
cpSync('src/pages', `${folder}/src/pages`, { recursive: true, filter: (path) => !/\.(?:ts|md)$/.test(path) })
