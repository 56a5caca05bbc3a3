import fc from 'fast-check'
import type { Json } from '#openapi/generate/document.ts'
import type { OperationEntry } from '#src/http/operation.ts'
import { arbitraryMember, arbitraryOf, type Known } from './arbitrary.ts'
import { bodyOf, filesOf, isBytes, parametersOf } from './contract.ts'
import { anyHostile, hostileText, marker } from './hostile.ts'
import { multipartOf, multipartType } from './multipart.ts'
import type { WireRequest } from './wire.ts'

/** A request around the schema of an operation; `path` and `headers` still lack what only the running service knows. */
export type Attempt = Omit<WireRequest, 'method'> & {
  /** who asks: nobody, somebody with a bad token, or somebody who may */
  readonly principal: 'none' | 'bad' | 'good'
}

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'
const fileForm = 'multipart/form-data'

/** Requests for an operation: half of them right by their form, the others nearly right or hostile. */
export function arbitraryAttempt(entry: OperationEntry, known: Known): fc.Arbitrary<Attempt> {
  return fc.boolean().chain((isCalm) =>
    fc
      .record({
        path: arbitraryPath(entry, known, isCalm),
        query: arbitraryQuery(entry, known, isCalm),
        sent: arbitraryBody(entry, known, isCalm),
        accept: isCalm ? fc.constant(undefined) : mostly<string | undefined>(undefined, ...accepts),
        principal: fc.constantFrom<Attempt['principal'][]>(...(isCalm ? calmPrincipals : principals)),
      })
      .map(({ path, query, sent, accept, principal }) => ({
        path: query === '' ? path : `${path}?${query}`,
        headers: { ...sent.headers, ...(accept === undefined ? {} : { accept }) },
        ...('body' in sent ? { body: sent.body } : {}),
        principal,
      })),
  )
}

const principals = ['none', 'bad', 'good', 'good'] as const
const calmPrincipals = ['none', 'good', 'good', 'good', 'good'] as const
const accepts = [
  '*/*',
  json,
  'text/html',
  'application/json;q=0',
  'application/*',
  'garbage',
  '',
  '*/*;q=0',
  ';;,',
]

function arbitraryPath(entry: OperationEntry, known: Known, isCalm: boolean): fc.Arbitrary<string> {
  const urls = [entry.path, ...entry.aliases]
  const names = [...entry.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const schemaOf = (name: string) =>
    parametersOf(entry.id).find((each) => each['name'] === name)!['schema'] as Json
  const segment = (name: string) => {
    const right = arbitraryMember(name, schemaOf(name), known).map(String)
    // An empty segment would name another URL.
    const text = (isCalm ? right : fc.oneof(right, hostileText)).filter((each) => each !== '').map(encodeText)
    return isCalm ? text : fc.oneof({ weight: 9, arbitrary: text }, fc.constant('%zz'))
  }
  return fc
    .tuple(
      fc.constantFrom(...urls),
      fc.record(Object.fromEntries(names.map((name) => [name, segment(name)]))),
    )
    .map(([url, values]) => url.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name]!))
}

function arbitraryQuery({ id }: OperationEntry, known: Known, isCalm: boolean): fc.Arbitrary<string> {
  const declared = parametersOf(id).filter((parameter) => parameter['in'] === 'query')
  const pair = (parameter: Json, value: fc.Arbitrary<string>) =>
    value.map((text) => `${parameter['name']}=${encodeText(text)}`)
  const right = declared.map((each) =>
    pair(each, arbitraryMember(each['name'] as string, each['schema'], known).map(String)),
  )
  const wrong = [
    ...declared.map((parameter) => pair(parameter, hostileText)),
    hostileText.map((text) => `${marker}=${encodeText(text)}`),
    fc.constantFrom('__proto__=1', 'constructor=1', 'a=%zz', '=', '&&', 'a=1&a=2'),
  ]
  const whole = right.filter((_pair, at) => declared[at]!['name'] in known)
  if (isCalm)
    return right.length === 0
      ? fc.constant('')
      : fc.oneof(fc.subarray(right), fc.constant(whole)).chain(joined)
  return fc.oneof(
    fc.constant(''),
    fc.array(fc.oneof(...right, ...wrong), { maxLength: 3 }).map((parts) => parts.join('&')),
  )
}

function joined(pairs: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...pairs).map((parts) => parts.join('&'))
}

type Sent = { readonly headers: Record<string, string>; readonly body?: string | Buffer }

function arbitraryBody({ consumes, id }: OperationEntry, known: Known, isCalm: boolean): fc.Arbitrary<Sent> {
  const nothing = fc.constant<Sent>({ headers: {} })
  const [first] = consumes
  if (first === undefined) return isCalm ? nothing : fc.oneof({ weight: 3, arbitrary: nothing }, strayBody)
  const { schema, examples } = bodyOf(id, first)!
  if (isBytes(first)) return arbitraryBytes(id, consumes, isCalm)
  const printed = Object.values<Json>(examples).map((example) => withKnown(example, known))
  const right = fc.oneof(...printed, arbitraryOf(schema, known) as fc.Arbitrary<Json>)
  const type = fc.constantFrom(...consumes)
  if (first === fileForm) return arbitraryFileForm(id, right, isCalm)
  if (isCalm) return fc.tuple(type, right).map(([mediaType, value]) => sentAs(mediaType, mediaType, value))
  const spelled = fc
    .tuple(
      type,
      fc.oneof(right, nearly(right)),
      mostly<string | undefined | null>(undefined, ...mediaTypes, null),
    )
    .map(([mediaType, value, spelling]) =>
      sentAs(mediaType, spelling === undefined ? mediaType : spelling, value),
    )
  return fc.oneof(
    { weight: 6, arbitrary: spelled },
    { weight: 1, arbitrary: nothing },
    { weight: 2, arbitrary: strayBody },
  )
}

/** The example of a type, by itself or with one thing wrong: a byte, the end, the type, what follows. */
function arbitraryBytes(
  id: OperationEntry['id'],
  consumes: readonly string[],
  isCalm: boolean,
): fc.Arbitrary<Sent> {
  const files = consumes.map((type) => {
    const [example] = Object.values<string>(bodyOf(id, type)!.examples)
    return { type, bytes: Buffer.from(example!, 'latin1') }
  })
  const right = fc
    .constantFrom(...files)
    .map(({ type, bytes }) => ({ headers: { 'content-type': type }, body: bytes }))
  if (isCalm) return right
  const nearlyRight = fc
    .tuple(fc.constantFrom(...files), fc.constantFrom(...consumes), fc.nat(), fc.uint8Array({ maxLength: 9 }))
    .map(([{ bytes }, type, at, put]) => {
      const cut = bytes.subarray(0, at % bytes.length)
      const body = Buffer.concat([cut, put, bytes.subarray(cut.length + (at % 3))])
      return { headers: { 'content-type': type }, body }
    })
  return fc.oneof(right, { weight: 4, arbitrary: nearlyRight }, strayBody)
}

/** A form with a file: right by its form, with a member wrong, or cut somewhere. */
function arbitraryFileForm(
  id: OperationEntry['id'],
  right: fc.Arbitrary<Json>,
  isCalm: boolean,
): fc.Arbitrary<Sent> {
  const files = filesOf(id)
  const sent = (value: Json): Sent => ({
    headers: { 'content-type': multipartType },
    body: multipartOf(value, files).toString('latin1'),
  })
  const whole = right.map(sent)
  if (isCalm) return whole
  const cut = fc
    .tuple(whole, fc.nat())
    .map(([{ headers, body = '' }, at]) => ({ headers, body: body.slice(0, at % (body.length + 1)) }))
  return fc.oneof(whole, nearly(right).map(sent), cut, strayBody)
}

/** @param spelling  what the Content-Type says, whatever the body is; null: there is none */
function sentAs(mediaType: string, spelling: string | null, value: Json): Sent {
  const body = mediaType === form ? formOf(value) : JSON.stringify(value)
  return { headers: spelling === null ? {} : { 'content-type': spelling }, body }
}

/** An example with what exists in the place of what is printed. */
function withKnown(example: Json, known: Known): fc.Arbitrary<Json> {
  const members = Object.entries(example).map(([name, value]) => [
    name,
    fc.constantFrom(...(known[name] ?? [value])),
  ])
  return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>)
}

const mediaTypes = [
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json; charset=utf-8',
  'APPLICATION/JSON',
  'application/json;',
  'application/json, text/html',
  'application/vnd.api+json',
  form,
  json,
  '*/*',
]

/** Bodies that no schema describes. */
const strayBody: fc.Arbitrary<Sent> = fc
  .tuple(
    fc.constantFrom(json, form),
    fc.constantFrom<string | Buffer>(
      ...[
        '',
        '{',
        'null',
        '[]',
        '"text"',
        '1',
        '{}',
        '{"a":1,}',
        '\ufeff{}',
        '{"a":1}{"b":2}',
        '{"__proto__":{"a":1}}',
      ],
      ...[
        '{"constructor":{"prototype":{"a":1}}}',
        'a=1&a=2',
        'a=%zz',
        '%00=%00',
        '=&=',
        '['.repeat(5000),
        `{"a":${'9'.repeat(400)}}`,
      ],
      `{"a":"${'x'.repeat(70_000)}"}`,
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      Buffer.from([0x61, 0x3d, 0xc3, 0x28]),
    ),
  )
  .map(([type, body]) => ({ headers: { 'content-type': type }, body }))

/** An object with one thing wrong: a member missing, replaced, or too many. */
function nearly(right: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .tuple(right, fc.nat(), fc.constantFrom('drop', 'replace', 'add', 'pollute'), anyHostile)
    .map(([value, at, how, bad]) => {
      const names = Object.keys(value)
      const name = names[at % Math.max(names.length, 1)] ?? 'name'
      if (how === 'drop') return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name))
      if (how === 'replace') return { ...value, [name]: bad }
      // The computed name makes an own member: in a literal, and in JSON.parse, `__proto__` would be something else.
      return how === 'add' ? { ...value, [marker]: bad } : { ...value, ['__proto__']: bad }
    })
}

/** As a form, each member once; a list makes its name repeat, which forms of OAuth must not. */
function formOf(value: Json): string {
  const pairs = Object.entries(value).flatMap(([name, member]) =>
    (Array.isArray(member) ? member : [member]).map(
      (each) => `${encodeText(name)}=${encodeText(textOf(each))}`,
    ),
  )
  return pairs.join('&')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Percent-encodes; a lone surrogate, which has no UTF-8, becomes the replacement character. */
function encodeText(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E')
}

function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  )
}
