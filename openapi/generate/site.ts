import { mkdirSync, writeFileSync } from 'node:fs'
import { settings } from '#src/config/settings.ts'
import type { Setting } from '#src/config/setting.ts'
import { appPasswordScopes, mostAppPasswords } from '#src/domain/account/appPassword.ts'
import { emailCodeTries } from '#src/domain/account/emailCode.ts'
import { mfaTries } from '#src/domain/account/mfa.ts'
import { mostPasskeys } from '#src/domain/account/passkey.ts'
import { mostApps, mostSecrets } from '#src/domain/oauth/application.ts'
import { isPersonalScope, supportedScopes } from '#src/domain/oauth/scope.ts'
import { claimsOfScope } from '#src/domain/oidc/claimsRequest.ts'
import { en } from '#src/pages/strings/en.ts'
import { operationsOf, type Json } from './document.ts'
import type { Sample } from './samples.ts'
import { truthPage } from './truth.ts'

/** Writes the pages of the documentation that are made from rules and from the contract: nothing on them is copied. */
export function generateSite(document: Json): void {
  mkdirSync('generated/site', { recursive: true })
  const pages = {
    scopes: scopesPage(),
    limits: limitsPage(),
    lifetimes: lifetimesPage(),
    reference: referencePage(document),
    truth: truthPage(document),
  }
  for (const [name, text] of Object.entries(pages)) writeFileSync(`generated/site/${name}.md`, text)
}

function scopesPage(): string {
  const says = en as Readonly<Record<string, string>>
  const rows = supportedScopes.map((scope) => {
    const claims = [...claimsOfScope([scope])].filter((claim) => claim !== 'sub')
    const who = isPersonalScope(scope) ? 'people' : 'people, and apps for themselves'
    return `| \`${scope}\` | ${says[`consent.scope.${scope}`]} | ${claims.map((claim) => `\`${claim}\``).join(' ')} | ${who} |`
  })
  return `# Scopes

What an app may ask for; it gets no more than it is registered with. The words of the second column are those of the consent page.

| scope | means | claims | given by |
|---|---|---|---|
${rows.join('\n')}

\`read\` and \`write\` are for the apps' own APIs: an access token opens nothing here but userinfo. Without \`scope\` an app is given all of
its scopes but \`offline_access\`, which has to be asked for by name.

## App passwords

An app password, and a session made from one, has ${appPasswordScopes.map((scope) => `\`${scope}\``).join(' or ')}: what opens to each is
marked in the [reference](/docs/reference).
`
}

function rowOf(name: string): Setting {
  return (settings as readonly Setting[]).find((row) => row.name === name)!
}

function limitsPage(): string {
  return `# Limits

| what | how much | otherwise |
|---|---|---|
| calls an hour, for each app, user or address | ${rowOf('LATCHKEY_RATE_LIMIT_HOUR').default} (\`LATCHKEY_RATE_LIMIT_HOUR\`) | [\`rate_limit_exceeded\`](/docs/errors/rate_limit_exceeded) |
| calls a day | ${rowOf('LATCHKEY_RATE_LIMIT_DAY').default} (\`LATCHKEY_RATE_LIMIT_DAY\`) | the same |
| apps of one account | ${mostApps} | [\`conflict\`](/docs/errors/conflict) |
| secrets of one app at a time | ${mostSecrets} | \`conflict\` |
| app passwords of one account | ${mostAppPasswords} | \`conflict\` |
| passkeys of one account | ${mostPasskeys} | \`conflict\` |
| tries of one \`mfa_token\` | ${mfaTries} | [\`invalid_credentials\`](/docs/errors/invalid_credentials) |
| tries of one mailed code | ${emailCodeTries} | \`invalid_credentials\` |

An app that has proven itself is counted as that app; whoever is signed in without one, as that user; everybody else by address. Every
answer that counts has \`X-RateLimit-Limit\`, \`X-RateLimit-Remaining\` and \`X-RateLimit-Reset\` (Unix seconds) of the window with the fewest
calls left. What is too much is 429 with \`Retry-After\`; a 503 with \`Retry-After\` means that the service is busy, and counts for nobody.
Lists have \`count\` (1 to 1000) and go on at \`Link: <…>; rel="next"\`.
`
}

function lifetimesPage(): string {
  const rows = (settings as readonly Setting[])
    .filter(
      ({ name, default: value }) =>
        name.endsWith('_SECONDS') && value !== null && name !== 'LATCHKEY_DRAIN_SECONDS',
    )
    .map(
      ({ name, default: value, description, kind }) =>
        `| ${description.replace(/\.$/, '')} | ${spoken(Number(value))} | ${kind.form} | \`${name}\` |`,
    )
  return `# Lifetimes

How long things live unless the operator says otherwise.

| what | how long | may be set to | setting |
|---|---|---|---|
${rows.join('\n')}

Without \`offline_access\` a refresh token lives as long as the session that it was given in. A JWT access token that was revoked is dead
here at once; who checks it offline accepts it until it expires. Where that is too long, let the app have opaque tokens
(\`access_token_format\`), or ask at introspection.
`
}

/** Seconds in the largest unit that measures them. */
function spoken(seconds: number): string {
  const units = [
    ['days', 86_400],
    ['hours', 3600],
    ['minutes', 60],
  ] as const
  const [name, size] = units.find(([, each]) => seconds >= 2 * each && seconds % each === 0) ?? ['seconds', 1]
  return `${seconds / size} ${name}`
}

function referencePage(document: Json): string {
  const operations = operationsOf(document).filter(({ operation }) => operation['x-audience'] !== 'browser')
  const tags = [...new Set(operations.map(({ operation }) => operation['tags'][0] as string))]
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation['tags'][0] === tag)
    return `## ${tag}\n\n${own.map(({ path, method, operation }) => operationSection(path, method, operation)).join('\n')}`
  })
  return `# Reference

Every operation that programs call, with one call of it: in a shell, with the SDK, with \`fetch\`. Each of these calls is made against a
running service by \`test/docs/samples.test.ts\`. \`TOKEN\` is what \`login\` answers. The whole contract, with every schema:
[/openapi.json](/openapi.json).

${sections.join('\n')}`
}

function operationSection(path: string, method: string, operation: Json): string {
  const samples = (operation['x-codeSamples'] as readonly Sample[]).map(
    ({ lang, source }) => `\`\`\`${fence[lang]}\n${source}\n\`\`\``,
  )
  return `### ${operation['operationId']}

\`${method.toUpperCase()} ${path}\`: ${operation['summary']} (${operation['x-spec']})

${String(operation['description'] ?? '').trim()}

${samples.join('\n\n')}
`
}

const fence: Readonly<Record<string, string>> = { Shell: 'sh', TypeScript: 'ts', JavaScript: 'js' }
