/** What goes over the wire, in the words of `fetch`. */
export type Sent = {
  readonly url: string
  readonly init: { readonly method: string; readonly headers: Headers; readonly body?: BodyInit }
}

/** What an operation is on the wire. */
export type Route = {
  readonly method: string
  /** below the service's URL, parameters in braces: `/api/v1/apps/{appId}` */
  readonly path: string
  /** how a body of members is written; texts and bytes are sent as they are */
  readonly body?: 'json' | 'form' | 'bytes'
  /** whether the client's token is sent */
  readonly token?: boolean
}

/** Values of one call. */
export type Values = {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  /** further headers; one that is undefined is not sent */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

const mediaTypes = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  bytes: 'application/octet-stream',
}

/** Writes a request. Headers of the call win over what the SDK would send. */
export function writeRequest(baseUrl: string, route: Route, values: Values, token: string | undefined): Sent {
  const body = writeBody(route, values.body)
  const headers = new Headers()
  if (body !== undefined) headers.set('content-type', mediaTypeOf(route, body))
  if (token) headers.set('authorization', `Bearer ${token}`)
  for (const [name, value] of Object.entries(values.headers ?? {}))
    if (value !== undefined) headers.set(name, value)
  const url = `${baseUrl}${writePath(route.path, values.path ?? {})}${writeQuery(values.query ?? {})}`
  return { url, init: { method: route.method, headers, body } }
}

function writePath(path: string, values: Readonly<Record<string, unknown>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))
}

function writeQuery(values: Readonly<Record<string, unknown>>): string {
  const text = writeForm(values).toString()
  return text === '' ? '' : `?${text}`
}

/** Members that are undefined or null are left out; a list repeats its name. */
function writeForm(values: object): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(values) as [string, unknown][])
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value])
      if (each !== undefined && each !== null)
        form.append(name, typeof each === 'string' ? each : JSON.stringify(each))
  return form
}

function writeBody({ body: kind }: Route, body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined
  if (typeof body === 'string' || isBytes(body)) return body
  return kind === 'form' ? writeForm(Object(body) as object).toString() : JSON.stringify(body)
}

function isBytes(body: unknown): body is Blob | ArrayBuffer | Uint8Array<ArrayBuffer> {
  return body instanceof Blob || body instanceof ArrayBuffer || body instanceof Uint8Array
}

/** A `Blob` says itself what it is. */
function mediaTypeOf({ body: kind = 'json' }: Route, body: BodyInit): string {
  return body instanceof Blob && body.type !== '' ? body.type : mediaTypes[kind]
}
