import { atDesk } from '../desk.ts'
import { answer, details, table } from '../print.ts'
import { describeClient, findClient } from './client.ts'

/** `clients ls` */
export function listClients(options: { count: number; after?: string; json?: boolean }): Promise<void> {
  return atDesk(async ({ operator, config }) => {
    const found = await operator.listClients(options.count, options.after ?? null)
    const clients = found.map((client) => describeClient(client, config))
    answer(options.json, clients, () => {
      const rows = clients.map((client) => [
        client.app_id,
        client.name,
        client.owner_id ?? 'operator',
        client.first_party,
        `${client.rate_limit_hour}/${client.rate_limit_day}`,
        client.created_at,
      ])
      const headings = ['APP ID', 'NAME', 'OWNER', 'FIRST PARTY', 'PER HOUR/DAY', 'CREATED']
      return table(headings, rows, 'There is no client.')
    })
  })
}

/** `clients show` */
export function showClient(reference: string, options: { json?: boolean }): Promise<void> {
  return atDesk(async ({ operator, config }) => {
    const client = describeClient(await findClient(operator, reference), config)
    answer(options.json, client, () => details(Object.entries(client)))
  })
}
