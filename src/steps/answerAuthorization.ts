import type { Context } from '../context.ts'
import {
  authorizationError,
  authorizationSuccess,
  type AuthorizationAnswer,
} from '../domain/oauth/authorizationResponse.ts'
import type { StoredParameters } from '../domain/oauth/transaction.ts'
import type { Assessment } from './assessAuthorization.ts'
import { startGrant } from './startGrant.ts'

/**
 * Writes down what was decided, and returns the answer for the app.
 *
 * @param errorUri  the page that explains an error to a developer
 */
export async function answerAuthorization(
  assessment: Extract<Assessment, { outcome: 'finish' | 'fail' }>,
  parameters: StoredParameters,
  now: Date,
  context: Pick<Context, 'store' | 'config' | 'keys' | 'random' | 'subjectKey'>,
  errorUri?: string,
): Promise<AuthorizationAnswer> {
  const { issuer } = context.config
  if (assessment.outcome === 'fail')
    return authorizationError(parameters, assessment.refusal, issuer, errorUri)
  const { client, request, signedIn, consent } = assessment
  const result = await startGrant({ client, request, ...signedIn, consent }, now, context)
  return authorizationSuccess(request, result, issuer)
}
