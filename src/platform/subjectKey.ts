import type { SealedKeys } from '../store/sealedKeys.ts'
import type { Random } from './random.ts'
import type { Sealing } from './sealing.ts'

const name = 'pairwise-subjects'

/**
 * The key of pairwise subjects (OpenID Connect Core §8.1): made once, then kept in the database, because no change of
 * `LATCHKEY_SECRET` may change who anybody is. It is sealed anew with the first secret of the list, so that the former one can go.
 *
 * @throws StoreUnavailable; Error when the stored key cannot be opened, in words that say what to do
 */
export async function loadSubjectKey(
  keys: SealedKeys,
  sealing: Sealing,
  random: Pick<Random, 'bytes'>,
): Promise<Buffer> {
  const kept = await keys.keep(name, sealing.seal(name, random.bytes(32)))
  const key = sealing.open(name, kept)
  if (!sealing.isCurrent(kept)) await keys.reseal(name, kept, sealing.seal(name, key))
  return key
}
