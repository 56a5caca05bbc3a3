import fc from 'fast-check'
import { Client, types } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseMoment, parseTexts } from '#src/store/mikro/textTypes.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'

let database: TestDatabase
let client: Client

/** How PostgreSQL writes a value, which pg would otherwise read. */
async function written(value: unknown, type: string): Promise<string> {
  const asWritten = { getTypeParser: () => (text: string) => text } as never
  const { rows } = await client.query<{ value: string }>({
    text: `select $1::${type} as value`,
    values: [value],
    types: asWritten,
  })
  return rows[0]!.value
}

beforeAll(async () => {
  database = await createDatabase()
  client = new Client({ ...database.connection })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

describe('parseMoment', () => {
  it('reads what PostgreSQL writes', async () => {
    const dates = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    await fc.assert(
      fc.asyncProperty(dates, async (date) => {
        expect(parseMoment(await written(date.toISOString(), 'timestamptz'))).toEqual(date)
      }),
    )
  })

  it.each([
    ['microseconds, cut off', '2026-11-30 15:43:45.123999+00', '2026-11-30T15:43:45.123Z'],
    ['a hundredth of a second', '2026-11-30 15:43:45.57+00', '2026-11-30T15:43:45.570Z'],
    ['no fraction', '2026-11-30 15:43:45+00', '2026-11-30T15:43:45.000Z'],
    ['another offset', '2026-11-30 15:43:45.123+05:30', '2026-11-30T10:13:45.123Z'],
    ['before our era', '0044-03-15 12:00:00+00 BC', '-000043-03-15T12:00:00.000Z'],
    ['the first century', '0099-01-01 00:00:00+00', '0099-01-01T00:00:00.000Z'],
  ])('%s', (_what, text, iso) => {
    expect(parseMoment(text)).toEqual(new Date(iso))
  })

  it('infinity is what it is to pg', () => {
    expect(parseMoment('infinity')).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('parseTexts', () => {
  it('reads what PostgreSQL writes', async () => {
    const text = fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0') && each.isWellFormed())
    const word = fc.oneof(text, fc.constantFrom('', 'null', 'NULL', '{}', 'a,b', '"', '\\', 'openid', ' '))
    await fc.assert(
      fc.asyncProperty(fc.array(word), async (words) => {
        expect(parseTexts(await written(words, 'text[]'))).toEqual(words)
      }),
    )
  })

  it.each(['{a,NULL,b}', '{{a,b},{c,d}}', '[0:1]={a,b}', '{}', '{openid,https://app.example/cb?a=1}'])(
    '%s is to it what it is to pg',
    (text) => {
      expect(parseTexts(text)).toEqual(types.getTypeParser(1009 as never, 'text')(text))
    },
  )
})
