import { describe, expect, it } from 'vitest'
import { formatNotice, noticeLabel, noticeNames, parseNotice } from '#src/domain/browser/notice.ts'
import { catalogues } from '#src/pages/language.ts'

const now = new Date('2026-02-06T00:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('a notice', () => {
  it.each([null, 'secret_1', 'AAAA-BBBB\nCCCC-DDDD'])(
    'is read as it was written, with the secret %j',
    (secret) => {
      const notice = { name: 'secret_added', secret } as const
      expect(parseNotice(formatNotice(notice, now), later(119))).toEqual(notice)
    },
  )

  it.each([120, 121, 86_400])('is gone after %d seconds', (seconds) => {
    expect(parseNotice(formatNotice({ name: 'app_saved', secret: null }, now), later(seconds))).toBeNull()
  })

  it.each(['', 'app_saved', 'app_saved\n', 'app_saved\nsoon', 'no_such_notice\n9999999999', '\n9999999999'])(
    'is none: %j',
    (text) => expect(parseNotice(Buffer.from(text), now)).toBeNull(),
  )

  it('is sealed for one page of one session', () => {
    const labels = [
      noticeLabel('a', '/account'),
      noticeLabel('b', '/account'),
      noticeLabel('a', '/account/apps'),
    ]
    expect(new Set(labels).size).toBe(3)
  })

  it('has words in every language', () => {
    for (const words of Object.values(catalogues))
      for (const name of noticeNames) expect(words).toHaveProperty([`notice.${name}`])
  })
})
