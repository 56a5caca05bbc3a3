import { AccessRefusal, authenticate } from '@latchkey/client/server'

/**
 * Makes the request handler of the API.
 *
 * @param {{ issuer: string, audience: string, photos: ReturnType<typeof import('./photos.js').readPhotos> }} options
 */
export function createApi({ issuer, audience, photos }) {
  return (request, response) => void handle(request, response)

  async function handle(request, response) {
    try {
      await authenticate(request.headers, { issuer, audience, scopes: ['read'] })
      answer(request, response, photos, audience)
    } catch (error) {
      if (error instanceof AccessRefusal) return sendJson(response, error.status, error.body, error.headers)
      process.stderr.write(`${error.stack}\n`)
      sendError(response, 500, 'server_error', 'Something broke on our side.')
    }
  }
}

function answer(request, response, photos, audience) {
  const { pathname, searchParams } = new URL(request.url, audience)
  const [, id, part] = /^\/api\/v1\/photos(?:\/([^/]+)(\/image)?)?$/.exec(pathname) ?? [null, null]
  const photo = photos.find(({ about }) => about.id === id)
  if (id === null || (id !== undefined && photo === undefined))
    return sendError(response, 404, 'not_found', 'There is nothing here.')
  if (request.method !== 'GET')
    return sendError(response, 405, 'method_not_allowed', 'This can only be read.', { allow: 'GET' })
  if (photo === undefined) return sendList(response, photos, searchParams)
  if (part === undefined) return sendJson(response, 200, photo.about)
  sendImage(request, response, photo)
}

function sendList(response, photos, parameters) {
  const count = Number(parameters.get('count') ?? 100)
  if (!Number.isInteger(count) || count < 1 || count > 1000)
    return sendError(response, 400, 'invalid_request', 'count has to be a whole number, 1 to 1000.')
  const cursor = parameters.get('cursor')
  const start = photos.findIndex(({ about }) => about.id === cursor) + 1
  if (cursor !== null && start === 0)
    return sendError(response, 400, 'invalid_request', 'cursor has to come from the Link of a list.')
  const page = photos.slice(start, start + count)
  const next = new URLSearchParams({ count, cursor: page.at(-1)?.about.id })
  const link = start + count < photos.length && { link: `</api/v1/photos?${next}>; rel="next"` }
  const list = page.map(({ about }) => about)
  sendJson(response, 200, list, { 'x-count': String(list.length), ...link })
}

/** Bytes that a browser may keep, but has to ask for each time: whoever has no token any more gets none. */
function sendImage(request, response, { bytes, about }) {
  const etag = `"${about.hash}"`
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'Authorization, X-Auth-Token' }
  const asked = request.headers['if-none-match'] ?? ''
  if (asked === '*' || asked.includes(etag)) return response.writeHead(304, headers).end()
  response
    .writeHead(200, { ...headers, 'content-type': 'image/jpeg', 'content-length': bytes.length })
    .end(bytes)
}

function sendError(response, status, error, error_description, headers = {}) {
  sendJson(response, status, { error, error_description }, headers)
}

function sendJson(response, status, body, headers = {}) {
  const common = { 'cache-control': 'no-store', vary: 'Authorization, X-Auth-Token' }
  response
    .writeHead(status, { ...common, 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body))
}
