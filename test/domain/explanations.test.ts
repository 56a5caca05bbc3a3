import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { appliedChecks, checksOf } from '#src/domain/checks.ts'
import { errorCodes, explain, isErrorCode, reasonExplanations } from '#src/domain/explanations.ts'
import type { ErrorCode } from '#src/domain/refusal.ts'

const root = fileURLToPath(import.meta.resolve('#src/README.md')).replace(/README\.md$/, '')

/** Functions whose string arguments are reasons, with the code they refuse with; null: the first argument names it. */
const refusers: Readonly<Record<string, ErrorCode | null>> = {
  refuse: null,
  invalidGrant: 'invalid_grant',
  invalidToken: 'invalid_token',
  invalidClient: 'invalid_client',
  mismatch: 'invalid_grant',
  refuseCode: 'invalid_credentials',
  notAccepted: 'invalid_credentials',
  notRegistered: 'invalid_request',
}

/** Functions that return reasons, and the codes they become. */
const finders = new Map<string, readonly ErrorCode[]>(
  Object.entries<readonly ErrorCode[]>({
    findGrantEnd: ['invalid_grant', 'invalid_token'],
    findReplay: ['invalid_grant'],
    findAccessTokenEnd: ['invalid_token'],
    findClientDataProblem: ['invalid_credentials', 'invalid_request'],
    findWrongHeader: ['invalid_client'],
    findWrongClaim: ['invalid_client'],
    findWrongTime: ['invalid_client'],
  }),
)

type Reason = { readonly code: ErrorCode; readonly reason: string }

/** Every reason that stands in the source as a text of its own. */
function reasonsInSource(): readonly Reason[] {
  const found: Reason[] = []
  for (const folder of ['api', 'domain', 'http', 'steps'])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts')) collect(join(root, folder, file), found)
  return found
}

function collect(file: string, found: Reason[]): void {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(...reasonsOfCall(node))
    if (ts.isFunctionDeclaration(node)) found.push(...reasonsOfFinder(node))
    ts.forEachChild(node, visit)
  }
  visit(source)
}

function reasonsOfCall({ expression, arguments: given }: ts.CallExpression): Reason[] {
  const name = expression.getText()
  if (!Object.hasOwn(refusers, name)) return []
  const texts = given.map((argument) => (ts.isStringLiteralLike(argument) ? argument.text : null))
  const code = refusers[name] ?? texts[0]
  const reason = refusers[name] === null ? (isGiven(given[2]) ? texts[2] : texts[1]) : texts[0]
  return isErrorCode(code) && typeof reason === 'string' ? [{ code, reason }] : []
}

/** Without a reason of its own a refusal has its description for one. */
function isGiven(argument: ts.Expression | undefined): boolean {
  return argument !== undefined && argument.getText() !== 'undefined'
}

function reasonsOfFinder(declaration: ts.FunctionDeclaration): Reason[] {
  const codes = finders.get(declaration.name?.text ?? '') ?? []
  const reasons: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !ts.isBinaryExpression(node.parent)) reasons.push(node.text)
    ts.forEachChild(node, visit)
  }
  if (codes.length > 0) visit(declaration)
  return codes.flatMap((code) => reasons.map((reason) => ({ code, reason })))
}

const reasons = reasonsInSource()

describe('explanations', () => {
  it('finds the reasons in the source at all', () => {
    expect(reasons.length).toBeGreaterThan(60)
    expect(reasons).toContainEqual({ code: 'invalid_grant', reason: 'verifier wrong' })
    expect(reasons).toContainEqual({ code: 'invalid_token', reason: 'session ended' })
  })

  it.each(errorCodes.map((code) => [code]))(
    'say of %s what it means, where it is written and what to do',
    (code) => {
      for (const text of Object.values(explain(code, null))) {
        expect(text).toMatch(/^[\x20-\x7e§]+$/)
        expect(text.length).toBeGreaterThan(2)
      }
      expect(explain(code, null).spec).toMatch(/^(RFC \d+|OpenID Connect|NIST SP|OAuth 2\.0) /)
      expect(explain(code, null).fix).toMatch(/\.$/)
    },
  )

  it.each(reasons.map(({ code, reason }) => [code, reason] as const))(
    'have an answer to %s: %s',
    (code, reason) => {
      const explanation = explain(code, reason)
      expect(explanation.fix).toMatch(/\.$/)
      // The client hears one sentence for all of these: only an explanation of its own tells them apart.
      if (['invalid_grant', 'invalid_token', 'invalid_client'].includes(code))
        expect(reasonExplanations).toContainEqual(expect.objectContaining({ code, fix: explanation.fix }))
    },
  )

  it('explain no reason that nobody gives', () => {
    const given = [
      ...reasons,
      // Put together where they are given.
      { code: 'invalid_client', reason: 'method none is not registered for this client' },
      { code: 'invalid_token', reason: 'a token of kind session' },
      { code: 'invalid_token', reason: 'no token presented' },
      { code: 'invalid_request', reason: 'nonce must have at most 512 characters' },
    ]
    const idle = reasonExplanations.filter(
      ({ code, reason }) =>
        !given.some(
          (each) =>
            each.code === code &&
            (typeof reason === 'string' ? reason === each.reason : reason.test(each.reason)),
        ),
    )
    expect(idle).toEqual([])
  })

  it('know a failing member by the contract, whatever code the member names', () => {
    expect(explain('invalid_scope', 'contract violation in registerApp').check).toBe('contract')
    expect(explain('invalid_scope', 'The scope is malformed').check).toBe('scope')
  })
})

describe('checks', () => {
  const form = { consumes: ['application/x-www-form-urlencoded'], security: [] }
  const outcomes = (checks: ReturnType<typeof checksOf>) =>
    Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]))

  it('of a public operation with a body have nothing about tokens', () => {
    expect(appliedChecks(form)).toEqual([
      'URL',
      'method',
      'Accept',
      'Content-Type',
      'body size',
      'readable request',
      'contract',
    ])
  })

  it('that come before the failing one have passed, those after it were not looked at', () => {
    const checks = outcomes(checksOf('issueToken', appliedChecks(form), 'code verifier', null))
    expect(checks).toMatchObject({ contract: 'passed', 'code known': 'passed', 'code unused': 'not reached' })
  })

  it('of the corridor count as passed only when they were seen to, where somebody looked', () => {
    const checks = outcomes(
      checksOf('issueToken', appliedChecks(form), 'readable request', new Set(['URL', 'method'])),
    )
    expect(checks).toMatchObject({ URL: 'passed', Accept: 'not reached', contract: 'not reached' })
  })

  it('are not made up for what can fail at any time', () => {
    expect(checksOf('issueToken', appliedChecks(form), 'capacity', null)).toEqual([
      { name: 'capacity', outcome: 'failed' },
    ])
  })
})
