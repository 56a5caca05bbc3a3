import { atDesk } from '../desk.ts'
import { missing } from '../failure.ts'
import { answer } from '../print.ts'
import { confirm } from '../terminal.ts'
import { findClient } from './client.ts'

/** `clients rm` */
export function removeClient(reference: string, options: { yes?: boolean; json?: boolean }): Promise<void> {
  return atDesk(async ({ operator }) => {
    const client = await findClient(operator, reference)
    const { name, clientId } = client
    await confirm(`Delete ${clientId} (${JSON.stringify(name)}) with all its tokens`, options.yes)
    if (!(await operator.deleteClient(client.id))) throw missing(`${clientId} was deleted meanwhile`)
    answer(options.json, { app_id: clientId, deleted: true }, () => `Deleted ${clientId}.`)
  })
}
