import { decideUpdate } from '../../domain/oauth/application.ts'
import { metadataSettings } from '../../domain/oauth/clientMetadata.ts'
import { atDesk } from '../desk.ts'
import { failed, misused } from '../failure.ts'
import { answer, details } from '../print.ts'
import {
  accepted,
  bodyOf,
  describeClient,
  findClient,
  operatorChangesOf,
  type ClientOptions,
} from './client.ts'

/** `clients mod` */
export async function modifyClient(reference: string, options: ClientOptions): Promise<void> {
  const body = bodyOf(options)
  const operatorOnly = operatorChangesOf(options)
  const isNothing = [...Object.values(body), ...Object.values(operatorOnly)].every(
    (value) => value === undefined,
  )
  if (isNothing) throw misused('say what to change: see latchkey clients mod --help')
  await atDesk(async ({ config, operator, now }) => {
    const client = await findClient(operator, reference)
    const settings = accepted(decideUpdate(client, body, metadataSettings(config)))
    const changed = await operator.changeClient(client, { ...settings, ...operatorOnly }, now)
    if (changed === null) throw failed('the client was changed by somebody else at the same time: try again')
    const shown = describeClient(changed, config)
    answer(options.json, shown, () => `Changed ${changed.clientId}.\n\n${details(Object.entries(shown))}`)
  })
}
