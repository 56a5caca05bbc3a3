import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { readServiceConfig } from '#src/config/service.ts'
import { createLook } from '#src/pages/look.ts'

const made: string[] = []
afterAll(() => made.forEach((directory) => rmSync(directory, { recursive: true, force: true })))

/** A directory with these files: texts by their path. */
function directoryOf(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
  made.push(directory)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  return directory
}

function mistakesOf(directory: string, environment: NodeJS.ProcessEnv = {}): readonly string[] {
  const read = readServiceConfig({ ...environment, LATCHKEY_TEMPLATE_DIR: directory })
  return 'errors' in read ? read.errors.map((line) => line.replace('LATCHKEY_TEMPLATE_DIR: ', '')) : []
}

describe('a directory of the operator', () => {
  it('is in order as the example is, with notes and what begins with a dot beside it', () => {
    expect(mistakesOf(fileURLToPath(new URL('../../docs/look/example', import.meta.url)))).toEqual([])
    expect(mistakesOf(directoryOf({ 'README.md': '', '.git/config': 'x', 'theme.css': '' }))).toEqual([])
    expect(mistakesOf('')).toEqual([])
  })

  it.each([
    ['templates/signIm.eta', '', 'is no template that can be replaced: did you mean templates/signIn.eta?'],
    ['templates/partials/zzzzzzzzzzzzz.eta', '', 'is no template that can be replaced: only the pages'],
    ['templates/mailbox.eta', '', 'is no template that can be replaced: only the pages that people see'],
    ['templates/signIn.html', '', 'is no template that can be replaced: did you mean templates/signIn.eta?'],
    ['templates/signIn.eta', 'a\n<p <%= it.say', 'does not compile: unclosed tag at line 2'],
    ['templates/signIn.eta', '<% if ( { %>', 'does not compile: Unexpected token'],
    ['templates/signIn.eta', "<% layout('./layuot', {}) %>", 'includes ./layuot, which does not exist'],
    [
      'templates/partials/face.eta',
      "<%~ include('./partials/button') %>",
      'includes ./partials/button, which',
    ],
    ['strings/xx.json', '{}', 'is of no language of ours: en, de, fr, es, ja'],
    ['strings/en.yaml', '', 'is of no language of ours'],
    ['strings/en.json', '{"a": ', 'cannot be parsed as JSON: '],
    ['strings/en.json', '[]', 'must hold one object'],
    ['strings/en.json', '{"signIn.titel": "x"}', ': "signIn.titel" is no key: did you mean "signIn.title"?'],
    ['strings/en.json', '{"__proto__": "x"}', ': "__proto__" is no key'],
    ['strings/en.json', '{"signIn.title": " "}', ': "signIn.title" must be a text that is not empty'],
    ['strings/en.json', '{"signIn.title": 1}', ': "signIn.title" must be a text that is not empty'],
    ['strings/de.json', '{"signIn.for": "weiter"}', ': "signIn.for" lacks {app}'],
    ['strings/de.json', '{"signIn.for": "{app} {x}"}', ': "signIn.for" has {x}, which is not known there'],
    ['themes.css', '', 'is nothing that is read: there may be theme.css, templates/<name>.eta'],
  ])('with %s (%j) is refused: it %s', (path, text, mistake) => {
    const mistakes = mistakesOf(directoryOf({ [path]: text }))
    expect(mistakes).toEqual([expect.stringContaining(mistake)])
    expect(mistakes[0]).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}`))
  })

  it('names every mistake at once, together with those of the environment', () => {
    const directory = directoryOf({
      'strings/en.json': '{"a": "b", "signIn.for": "x"}',
      'templates/x.eta': '',
    })
    expect(mistakesOf(directory, { PORT: 'eighty' })).toEqual([
      expect.stringMatching(/^PORT must be/),
      expect.stringMatching(/^templates\/x\.eta is no template/),
      expect.stringMatching(/^strings\/en\.json: "a" is no key/),
      'strings/en.json: "signIn.for" lacks {app}',
    ])
  })

  it('has to exist, and to be a directory', () => {
    const directory = directoryOf({ 'theme.css': '' })
    expect(mistakesOf(join(directory, 'nowhere'))).toEqual([`${join(directory, 'nowhere')} does not exist`])
    expect(mistakesOf(join(directory, 'theme.css'))).toEqual([
      `${join(directory, 'theme.css')} is no directory`,
    ])
  })

  it('keeps a service from being made', () => {
    expect(() => createLook(directoryOf({ 'strings/en.json': '' }))).toThrow(/en\.json cannot be parsed/)
  })

  it('has words that are escaped like ours', () => {
    const look = createLook(directoryOf({ 'strings/en.json': '{"brand.name": "<b>&\\"Harbour"}' }))
    const brand = look.render('partials/brand', { say: look.catalogues.en })
    expect(brand).toContain('<span>&lt;b&gt;&amp;&quot;Harbour</span>')
    expect(look.catalogues.de['brand.name']).toBe('Latchkey')
  })
})
