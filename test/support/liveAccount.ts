import { listAppSecrets } from '../../client/index.ts'
import type { OperationEntry, OperationId } from '#src/http/operation.ts'
import { optionsOn, tokenFor } from './accountForms.ts'
import { formOf, sendForm, visit, type Visitor } from './accountPages.ts'
import { registerTestApp, signIn, type Person } from './actors.ts'
import { createAuthenticator } from './authenticator.ts'
import { connectApp } from './connections.ts'
import { runAsAdmin } from './database.ts'
import { codeOf } from './factors.ts'
import type { Live } from './live.ts'
import { addPasskey } from './passkeys.ts'
import type { TestService } from './service.ts'
import { giveAppPassword, trade } from './sessions.ts'

type Values = Readonly<Record<string, string>>

/** Whether an operation is a page of somebody who is signed in in a browser. */
export function isAccountPage({ security }: Pick<OperationEntry, 'security'>): boolean {
  return security.some((requirement) => 'browserSession' in requirement)
}

/** What a page needs to be there before, by the parameter of its path. */
const makers: Readonly<Record<string, (service: TestService, person: Person) => Promise<Values>>> = {
  sessionId: async (service, { email }) => ({
    sessionId: (await trade(service, await signIn(service, email))).session_id,
  }),
  appPasswordId: async (service, person) => ({ appPasswordId: (await giveAppPassword(service, person)).id }),
  passkeyId: async (service, { token }) => ({ passkeyId: (await addPasskey(service, token)).id }),
  appId: async (service, person) => {
    const { app_id: appId } = await registerTestApp(service, person)
    const client = service.as(person.token)
    const { data } = await listAppSecrets({ client, path: { appId }, throwOnError: true })
    return { appId, secretId: data[0]!.id }
  },
}

/** What single forms need besides: the values that are right in them. */
const preparations: Partial<
  Record<OperationId, (service: TestService, visitor: Visitor) => Promise<Values>>
> = {
  submitConsentRevocation: async (service, { person }) => ({
    appId: (await connectApp(service, person)).app.app_id,
  }),
  submitAccountDeletion: async (_service, { person }) => ({ confirmation: person.email }),
  submitMailedCodes: async (service, { person }) => {
    const text = 'update users set email_verified = true where id = $1'
    await runAsAdmin(service.database, text, [person.id])
    return {}
  },
  submitTotpCode: pendingTotp,
  submitTotpRemoval: totpInUse,
  submitRecoveryCodes: totpInUse,
  submitNewPasskey: madePasskey,
}

/** Somebody new who is signed in in a browser, with everything in the place that a page or a form of theirs is about. */
export async function createAccountLive(service: TestService, entry: OperationEntry): Promise<Live> {
  const visitor = await visit(service)
  const made = await Promise.all(
    parametersIn(entry.path).map(async (name) => makers[name]?.(service, visitor.person)),
  )
  const prepared = await preparations[entry.id]?.(service, visitor)
  const values: Values = Object.assign({}, ...made, prepared) as Values
  const path = entry.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '')
  const cookie = [...visitor.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    values: { ...values, form_token: tokenFor(visitor, path) },
    headers: { cookie, origin: service.config.issuer, 'sec-fetch-site': 'same-origin' },
  }
}

function parametersIn(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
}

async function pendingTotp(service: TestService, visitor: Visitor): Promise<Values> {
  const path = '/account/two-factor/totp'
  const page = await visitor.browser.get(`${service.url}${path}`)
  const shown = await sendForm(service, visitor, page, path)
  return { code: codeOf(service, /secret=([A-Z2-7]+)/.exec(shown.html)?.[1] ?? '') }
}

async function totpInUse(service: TestService, visitor: Visitor): Promise<Values> {
  const { code = '' } = await pendingTotp(service, visitor)
  const page = await visitor.browser.get(`${service.url}/account/two-factor/totp`)
  await sendForm(service, visitor, page, '/account/two-factor/totp/confirm', { code })
  return {}
}

async function madePasskey(service: TestService, { browser }: Visitor): Promise<Values> {
  const path = '/account/passkeys/new'
  const page = await browser.get(`${service.url}${path}`)
  const authenticator = createAuthenticator({ origin: service.config.issuer })
  const { challenge_id = '' } = formOf(page, path)
  return { challenge_id, credential: JSON.stringify(authenticator.create(optionsOn(page))) }
}
