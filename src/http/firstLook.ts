import type { FastifyRequest } from 'fastify'
import type { Refusal } from '../domain/refusal.ts'
import { checkAccept, checkContentEncoding, checkContentType } from './negotiation.ts'
import type { OperationEntry } from './operation.ts'

/** What the headers alone decide, before a byte of the body is read. */
export function checkHeaders(entry: OperationEntry, request: FastifyRequest): Refusal | null {
  const { headers, trace } = request
  const wrongAccept = checkAccept(entry, headers.accept)
  if (wrongAccept !== null) return wrongAccept
  trace?.passed.add('Accept')
  const wrongCoding = checkContentEncoding(headers['content-encoding'])
  if (wrongCoding !== null) return wrongCoding
  const wrongType = checkContentType(entry, headers)
  if (wrongType === null) trace?.passed.add('Content-Type')
  return wrongType
}
