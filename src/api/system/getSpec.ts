import contract from '../../../generated/openapi.json' with { type: 'json' }
import type { Operation, ReplyBody } from '../../http/operation.ts'

/** The type names what every description has; this one has more. */
const document: ReplyBody<'getSpec', 200> = contract

/** The contract that this very service is routed and validated by. */
export const getSpec: Operation<'getSpec'> = async (call) => call.reply(200, document)
