import type { Context } from '../context.ts'
import type { Registration } from '../domain/oauth/registration.ts'
import { checkSector } from '../domain/oauth/sector.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Outside } from './proveAssertion.ts'

/**
 * Asks the owner of a sector whether the client belongs to it, where the registration names one.
 *
 * @param owner    whose call it is, for the limits of the way out
 * @param outside  in which the fetch is done
 */
export async function verifySector(
  { members, metadata }: Registration,
  owner: string,
  outside: Outside,
  { outbound, log }: Pick<Context, 'outbound' | 'log'>,
): Promise<Refusal | null> {
  const uri = metadata.sectorIdentifierUri
  if (uri === null) return null
  const document = await outside(() =>
    outbound.getJson(uri, owner).catch((error: unknown) => {
      log.info({ err: error }, 'a sector identifier could not be fetched')
      return undefined
    }),
  )
  return checkSector(document, members.redirectUris)
}
