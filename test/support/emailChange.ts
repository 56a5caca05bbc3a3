import { changeEmail } from '../../client/index.ts'
import type { Person } from './actors.ts'
import { linkToken, mailsTo } from './mails.ts'
import type { TestService } from './service.ts'

let made = 0

/** An address that nobody has. */
export function freshAddress(): string {
  return `new-${++made}-${Date.now().toString(36)}@example.com`
}

/** Asks for another address of an account, and returns the token of the link that was mailed there. */
export async function mailedChange(service: TestService, person: Person, email: string): Promise<string> {
  await changeEmail({ client: service.as(person.token), body: { email }, throwOnError: true })
  return linkToken((await mailsTo(service, email)).at(-1))
}
