import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ValidateFunction } from 'ajv'
import type { Operation as SpecOperation } from 'openapi-backend'
import type { Log } from '../platform/log.ts'
import { createAjv } from './backend.ts'
import type { SpecNode } from './contract.ts'
import type { OperationEntry, Answer } from './operation.ts'

/** A difference between what a handler answered and what the contract says. */
export type Violation = { readonly operationId: string; readonly status: number; readonly problem: string }

/**
 * What to do about a violation: `refuse` turns it into a 500 and is how tests run; `repair` (production) logs it,
 * strips extra members, and answers 500 only when a member is missing or wrong.
 */
export type ContractMode = 'refuse' | 'repair'

/** Checks replies against the contract before they are serialised. */
export type ReplyCheck = {
  /** Returns the body to send, or null when the reply may not leave the process. */
  check(entry: OperationEntry, reply: Answer): { readonly body: unknown } | null
  /**
   * Compiles the validators of every answer, so that no request pays for it. Operation by operation: requests come in between,
   * and the first of all does not wait for the rest.
   */
  warm(): Promise<void>
}

const arrayItemsChecked = 10

/** What the contract says about one status of an operation. */
type Expectation = {
  readonly response: SpecNode
  /** those that are required: as the contract spells them, and as answers do. Their values are typed where handlers make them */
  readonly headers: readonly { readonly name: string; readonly key: string }[]
  readonly schema: SpecNode | undefined
  /** compiled when it is first needed */
  validate?: ValidateFunction
}

/** They remember what they have compiled, by schema: servers of one process that share a contract share its validators. */
const checking = createAjv({ useDefaults: false })
const stripping = createAjv({ useDefaults: false, removeAdditional: true })

/**
 * @param operations  the operations as openapi-backend has dereferenced them: shared schemas are one object, so each is
 *                    compiled once however many operations answer it
 * @param onViolation  hears every violation; counted in production, fails the run in tests
 */
export function createReplyCheck(
  operations: readonly SpecOperation[],
  mode: ContractMode,
  log: Log,
  onViolation: (violation: Violation) => void,
): ReplyCheck {
  const find = createExpectations(operations)

  function report(entry: OperationEntry, status: number, problem: string): void {
    log.error({ operationId: entry.id, status, problem }, 'the answer breaks the contract')
    onViolation({ operationId: entry.id, status, problem })
  }

  function check(entry: OperationEntry, reply: Answer): { body: unknown } | null {
    const { status, body } = reply
    const expected = find(entry.id, status)
    if (expected === null) return (report(entry, status, 'status is not declared'), null)
    const missing = expected.headers.find(({ key }) => reply.headers[key] === undefined)
    if (missing !== undefined) report(entry, status, `header ${missing.name} is missing`)
    if (missing !== undefined && mode === 'refuse') return null
    const { schema, response } = expected
    if (schema === undefined || isOtherText(response, reply))
      return checkWithoutSchema(entry, reply, response)
    const validate = (expected.validate ??= checking.compile(schema))
    if (validate(mode === 'repair' && Array.isArray(body) ? body.slice(0, arrayItemsChecked) : body))
      return { body }
    report(entry, status, problemOf(validate))
    return mode === 'refuse' ? null : stripped(stripping.compile(schema), body)
  }

  function checkWithoutSchema(entry: OperationEntry, { status, body, headers }: Answer, response: SpecNode) {
    if (body === undefined) return { body }
    const content = response['content'] as SpecNode | undefined
    if (content === undefined) {
      report(entry, status, 'a body where none is declared')
      return mode === 'refuse' ? null : { body: undefined }
    }
    // The type of a page is the corridor's own; bytes say which of the declared ones they are of.
    if (!(body instanceof Uint8Array) || String(headers['content-type']) in content) return { body }
    return (report(entry, status, 'a body of a media type that is not declared'), null)
  }

  async function warm(): Promise<void> {
    for (const operation of operations) {
      await nextTurn()
      for (const response of Object.values(operation.responses as SpecNode)) {
        const schema = response?.content?.['application/json']?.schema
        if (schema !== undefined) checking.compile(schema)
      }
    }
  }
  return { check, warm }
}

/** Reads the contract once for each answer there is; null for a status that is not declared. */
function createExpectations(
  operations: readonly SpecOperation[],
): (operationId: string, status: number) => Expectation | null {
  const byId = new Map(
    operations.map(({ operationId, responses = {} }) => {
      const byStatus = Object.entries<SpecNode>(responses).map(
        ([status, response]) => [Number(status), expectationOf(response)] as const,
      )
      return [operationId!, new Map(byStatus)] as const
    }),
  )
  return (operationId, status) => byId.get(operationId)?.get(status) ?? null
}

function expectationOf(response: SpecNode): Expectation {
  const headers = Object.entries<SpecNode>(response['headers'] ?? {})
  return {
    response,
    headers: headers
      .filter(([, header]) => header['required'] === true)
      .map(([name]) => ({ name, key: name.toLowerCase() })),
    schema: response['content']?.['application/json']?.schema as SpecNode | undefined,
  }
}

/** Whether the reply is a text of one of the declared media types, where JSON is another one. */
function isOtherText(response: SpecNode, { body, headers }: Answer): boolean {
  const mediaType = headers['content-type']
  return typeof body === 'string' && typeof mediaType === 'string' && mediaType in response['content']
}

/** Where and why, without the value. */
function problemOf(validate: ValidateFunction): string {
  const [error] = validate.errors ?? []
  return `${error?.instancePath ?? ''} ${error?.message ?? 'does not fit'} ${JSON.stringify(error?.params ?? {})}`
}

/** The body without members that the contract does not know; null when that is not all that is wrong with it. */
function stripped(validate: ValidateFunction, body: unknown): { body: unknown } | null {
  const copy: unknown = structuredClone(body)
  return validate(copy) ? { body: copy } : null
}
