import type { SeenAnswer } from './answers.ts'
import type { CheckFinding, Hear } from './finding.ts'

/** What one look came to. */
export type Sight = Pick<CheckFinding, 'seen' | 'problems'> & { readonly answer?: SeenAnswer }

/** A request needs what an answer before it did not give. */
export class NotSeen extends Error {
  override readonly name = 'NotSeen'
}

/** Looks at one thing and tells what came of it; what cannot be asked, because an earlier answer was wrong, is told as well. */
export async function look(
  hear: Hear,
  what: Pick<CheckFinding, 'suite' | 'name' | 'place'>,
  work: () => Promise<Sight>,
): Promise<void> {
  const { seen, problems, answer } = await sightOf(work)
  const id = answer?.headers['x-request-id']
  const requestId = problems.length > 0 && typeof id === 'string' ? id.slice(0, 64) : null
  hear({ ...what, ok: problems.length === 0, seen, problems, requestId })
}

async function sightOf(work: () => Promise<Sight>): Promise<Sight> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    return { seen: '', problems: [`not asked: it needs ${error.message}, which no answer above gave`] }
  }
}
