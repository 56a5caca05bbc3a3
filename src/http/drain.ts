import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** Every request is answered within eight seconds; what is open after that will never be. */
const longestAnswerMs = 8_500
/** How long connections stay when nothing is under way any more: a request that has arrived may not have been read yet. */
const quietMs = 250

/**
 * Lets the server come to an end once it is being closed. Node closes the connections that are idle at that moment, and
 * waits for all others for as long as they like: for a proxy's, which it keeps, for those on which nothing was ever sent.
 * Here each answer takes its connection with it while the process is stopping (RFC 9112 §9.6), and what is left is cut when
 * the last request is answered.
 */
export function addDrain(app: FastifyInstance, isStopping: () => boolean): void {
  const { server } = app
  const timers = new Set<NodeJS.Timeout>()
  let underWay = 0
  let isClosing = false

  function cutWhenQuiet(): void {
    if (!isClosing || underWay > 0) return
    timers.add(setTimeout(() => underWay === 0 && server.closeAllConnections(), quietMs))
  }

  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    underWay += 1
    response.on('close', () => {
      underWay -= 1
      cutWhenQuiet()
    })
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping()) void reply.header('connection', 'close')
    done(null, payload)
  })
  app.addHook('preClose', (done) => {
    isClosing = true
    timers.add(setTimeout(() => server.closeAllConnections(), longestAnswerMs))
    cutWhenQuiet()
    done()
  })
  app.addHook('onClose', (_app, done) => {
    for (const timer of timers) clearTimeout(timer)
    done()
  })
}
