import { describe, expect, test } from 'vitest'
import { deviceLabel } from '#src/domain/account/device.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('device', () => {
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox on Linux'],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/126.0.0.0 Safari/537.36`,
      'Chrome on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari on iOS',
    ],
    ['curl/8.5.0', 'curl'],
    ['python-requests/2.31.0', 'python-requests'],
    ['node', 'node'],
    ['My-App/1.0 (iPhone; iOS 17)', 'My-App on iOS'],
  ])('%s is %s', (userAgent, label) => expect(deviceLabel(userAgent)).toBe(label))

  test.each([null, '', '   ', '\u00e9\u00ff', '(comment)', ';'])(
    'that says nothing (%j) has a label all the same',
    (text) => expect(deviceLabel(text)).toBe('Unknown device'),
  )

  test.each([
    'x'.repeat(256),
    'a/b '.repeat(64),
    '\u202Eevil/1',
    '<script>/1',
    `Mozilla/5.0 (${'('.repeat(240)}`,
  ])('that says something odd (%#) has a short label of plain characters', (text) =>
    expect(deviceLabel(text)).toMatch(/^[\x20-\x7e]{1,64}$/),
  )
})
