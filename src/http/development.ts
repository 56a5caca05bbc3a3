import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { refuse, type Refusal } from '../domain/refusal.ts'
import type { OperationEntry } from './operation.ts'

/** Headers by which a proxy tells that the peer is not the one who asks. */
const forwardingHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Pages of development (`x-development-only`) answer only whoever sits at this machine: a loopback peer, no proxy in
 * between, and a loopback host in the URL, so that a name which a stranger's page points here (DNS rebinding) reads nothing.
 */
export function checkDevelopmentPeer(
  entry: Pick<OperationEntry, 'isDevelopmentOnly'>,
  { socket, headers }: Pick<FastifyRequest, 'socket' | 'headers'>,
): Refusal | null {
  if (!entry.isDevelopmentOnly || isFromThisMachine({ socket, headers })) return null
  return refuse('not_found', 'Nothing is found at this URL', 'a development page asked for from elsewhere')
}

/** Tells whether whoever asks sits at this machine: see `checkDevelopmentPeer`. */
export function isFromThisMachine({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  const isForwarded = forwardingHeaders.some((name) => headers[name] !== undefined)
  return !isForwarded && isLoopbackAddress(socket.remoteAddress) && isLoopbackHost(headers.host)
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address ?? '')
}

function isLoopbackHost(host: string | undefined): boolean {
  return /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i.test(host ?? '')
}
