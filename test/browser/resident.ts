import { updateAccount, type AppRegistrationResponse, type Passkey } from '../../client/index.ts'
import { visit as signInByHttp, type Visitor } from '#test/support/accountPages.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { connectApp } from '#test/support/connections.ts'
import { createColouredPng } from '#test/support/images.ts'
import { addPasskey } from '#test/support/passkeys.ts'
import { giveAppPassword } from '#test/support/sessions.ts'
import { uploadAvatar, uploadLogo } from '#test/support/uploads.ts'
import type { Visit, World } from './world.ts'

/** Somebody who is signed in and has one of everything that an account can have. */
export type Resident = Visitor & { readonly app: AppRegistrationResponse; readonly passkey: Passkey }

/** Who lives in a world, with the moment of their sign-in: it asks for a fresh proof after five minutes. */
const residents = new WeakMap<World, { readonly since: number; readonly resident: Promise<Resident> }>()
const stale = 4 * 60_000

/** Signs the resident of the world in in the browser of a visit. They are the same for all who ask within four minutes. */
export async function signInResident({ world, context }: Visit): Promise<Resident> {
  const now = world.service.clock.now().getTime()
  const known = residents.get(world)
  const { resident } = known !== undefined && now - known.since < stale ? known : moveIn(world, now)
  await bringCookies({ world, context }, await resident)
  return resident
}

/** Signs somebody new in, who has nothing yet, without a page. */
export async function signInNewcomer(visit: Visit): Promise<Visitor> {
  const newcomer = await signInByHttp(visit.world.service)
  await bringCookies(visit, newcomer)
  return newcomer
}

function moveIn(world: World, since: number) {
  const entry = { since, resident: furnish(world) }
  residents.set(world, entry)
  return entry
}

async function furnish({ service }: World): Promise<Resident> {
  const person = await signUp(service)
  await fillProfile(service.as(person.token))
  await uploadAvatar(service, person, createColouredPng(94, 129, 172))
  const passkey = await addPasskey(service, person.token)
  await connectApp(service, person, { name: 'Orchard Notes' })
  await giveAppPassword(service, person, { name: 'A program with a rather long name, as people give them' })
  const app = await registerTestApp(service, person, {
    name: 'Harbour Timetable',
    description: 'When which ship leaves, and from where.',
    scopes: ['openid', 'email', 'offline_access'],
  })
  await uploadLogo(service, person, app.app_id, createColouredPng(56, 124, 138))
  return { ...(await signInByHttp(service, person)), app, passkey }
}

async function fillProfile(client: ReturnType<World['service']['as']>): Promise<void> {
  const body = { name: 'Nina Example', given_name: 'Nina', family_name: 'Example', birthdate: '1990-12-31' }
  await updateAccount({ client, body, throwOnError: true })
}

async function bringCookies(
  { world, context }: Pick<Visit, 'world' | 'context'>,
  { browser }: Pick<Visitor, 'browser'>,
): Promise<void> {
  const cookies = [...browser.cookies].map(([name, value]) => ({ name, value, url: world.service.url }))
  await context.addCookies(cookies)
}
