import type { Operation } from '../../http/operation.ts'
import { scalarScript } from '../../pages/scalar.ts'

/** Scalar itself, from its package. */
export const getScalarScript: Operation<'getScalarScript'> = async (call) =>
  call.reply(200, await scalarScript())
