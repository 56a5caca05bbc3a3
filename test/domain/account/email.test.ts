import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEmail } from '#src/domain/account/email.ts'
import { anyText } from '../facts.ts'

const label63 = 'a'.repeat(63)
const domain253 = `${label63}.${label63}.${label63}.${'a'.repeat(61)}`

describe('e-mail address', () => {
  test.each([
    ['the printed one', 'user@example.com', 'user@example.com'],
    ['upper case', 'User@EXAMPLE.com', 'user@example.com'],
    ['plus and dots, which stay', 'first.last+tag@example.com', 'first.last+tag@example.com'],
    ['every sign of a dot-atom', "!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
    ['an international domain', 'user@MÜNCHEN.de', 'user@xn--mnchen-3ya.de'],
    ['the same domain in ASCII', 'user@xn--mnchen-3ya.de', 'user@xn--mnchen-3ya.de'],
    ['a sharp s, which is not ss', 'user@straße.de', 'user@xn--strae-oqa.de'],
    ['an international local part', 'JÖRG@example.com', 'jörg@example.com'],
    ['a decomposed letter, composed', 'jo\u0308rg@example.com', 'jörg@example.com'],
    ['a decomposed letter in the domain', 'user@mu\u0308nchen.de', 'user@xn--mnchen-3ya.de'],
    ['localhost', 'user@localhost', 'user@localhost'],
    ['a local part of 64 octets', `${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ['a label that begins with a digit', 'user@3com.com', 'user@3com.com'],
  ])('understands %s', (_, text, emailKey) => expect(parseEmail(text)?.emailKey).toBe(emailKey))

  test('keeps the spelling its owner used', () => {
    expect(parseEmail('Jo\u0308rg@Example.com')).toEqual({
      email: 'Jörg@Example.com',
      emailKey: 'jörg@example.com',
    })
  })

  test.each([
    ['nothing', ''],
    ['no @', 'user.example.com'],
    ['two @', 'user@evil.com@example.com'],
    ['no local part', '@example.com'],
    ['no domain', 'user@'],
    ['a quoted local part', '"user"@example.com'],
    ['a quoted @', '"user@x"@example.com'],
    ['a comment', 'user(comment)@example.com'],
    ['a display name', 'User <user@example.com>'],
    ['two addresses', 'user@example.com,other@example.com'],
    ['a leading dot', '.user@example.com'],
    ['a trailing dot in the local part', 'user.@example.com'],
    ['two dots', 'us..er@example.com'],
    ['a trailing dot in the domain', 'user@example.com.'],
    ['two dots in the domain', 'user@example..com'],
    ['a domain without a dot', 'user@example'],
    ['an IPv4 address', 'user@127.0.0.1'],
    ['an IPv4 literal', 'user@[127.0.0.1]'],
    ['an IPv6 literal', 'user@[IPv6:::1]'],
    ['a shortened IPv4 address', 'user@127.1'],
    ['a hexadecimal IPv4 address', 'user@0x7f.1'],
    ['a port', 'user@example.com:25'],
    ['a path', 'user@example.com/x'],
    ['a percent sign in the domain', 'user@ex%61mple.com'],
    ['an underscore in the domain', 'user@a_b.com'],
    ['a label with a leading hyphen', 'user@-a.com'],
    ['a label with a trailing hyphen', 'user@a-.com'],
    ['punycode of nothing', 'user@xn--a.com'],
    ['punycode of plain ASCII', 'user@xn--example-.com'],
    ['punycode of full-width letters', 'user@xn--cb4cfhg.com'],
    ['a space before', ' user@example.com'],
    ['a space after', 'user@example.com '],
    ['a space inside', 'us er@example.com'],
    ['a no-break space', 'us\u00a0er@example.com'],
    ['a NUL', 'us\u0000er@example.com'],
    ['a NUL at the end', 'user@example.com\u0000'],
    ['a line break', 'user@example.com\r\nBcc: other@example.com'],
    ['a zero-width space', 'us\u200ber@example.com'],
    ['a zero-width joiner in the domain', 'user@exam\u200dple.com'],
    ['a soft hyphen in the domain', 'user@exam\u00adple.com'],
    ['a right-to-left override', 'us\u202eer@example.com'],
    ['half a surrogate pair', 'us\ud800er@example.com'],
    ['a private-use letter', 'us\ue000er@example.com'],
    ['a byte order mark', '\ufeffuser@example.com'],
    ['a left-to-right mark', 'user\u200e@example.com'],
    ['an isolate of direction', 'us\u2066er\u2069@example.com'],
    ['a word joiner', 'us\u2060er@example.com'],
    ['a soft hyphen', 'us\u00ader@example.com'],
    ['a grapheme joiner, which is a mark', 'us\u034fer@example.com'],
    ['a Hangul filler, which is a letter', 'us\u3164er@example.com'],
    ['a half-width Hangul filler', 'us\uffa0er@example.com'],
    ['a variation selector', 'us\ufe0fer@example.com'],
    ['a variation selector of the supplement', 'us\u{e0100}er@example.com'],
    ['a tag character', 'us\u{e0041}er@example.com'],
    ['an empty Braille pattern', 'us\u2800er@example.com'],
    ['a mark without a letter', '\u0301user@example.com'],
    ['a mark on a dot', 'us.\u0301er@example.com'],
    ['a line separator', 'us\u2028er@example.com'],
    ['a domain in full-width dots', 'user@example．com'],
    ['a domain of two writing directions', 'user@אa.com'],
    ['a local part that is too long in lower case', `${'İ'.repeat(32)}@example.com`],
    ['a full-width domain', 'user@ＥＸＡＭＰＬＥ.com'],
    ['a full-width @', 'user＠example.com'],
    ['an ideographic full stop', 'user@example。com'],
    ['a local part of 65 octets', `${'a'.repeat(65)}@example.com`],
    ['a local part of 33 letters with two octets each', `${'ö'.repeat(33)}@example.com`],
    ['a label of 64', `user@${'a'.repeat(64)}.com`],
    ['a domain of 253, too long with its local part', `u@${domain253}`],
    ['a megabyte', `${'a'.repeat(1_000_000)}@example.com`],
  ])('refuses %s', (_, text) => expect(parseEmail(text)).toBeNull())

  test.each([
    ['a Cyrillic а', 'user@example.com', 'usеr@example.com'],
    ['a full-width letter', 'user@example.com', 'ｕser@example.com'],
    ['a ligature', 'office@example.com', 'oﬃce@example.com'],
    ['a dotless ı', 'mike@example.com', 'mıke@example.com'],
    ['a dotted İ', 'mike@example.com', 'mİke@example.com'],
    ['a long ſ', 'user@example.com', 'uſer@example.com'],
    ['ß and ss', 'strasse@example.com', 'straße@example.com'],
    ['a Cyrillic domain', 'user@apple.com', 'user@аррӏе.com'],
    ['a domain of mixed scripts', 'user@paypal.com', 'user@pаypal.com'],
    ['a Greek ο', 'root@example.com', 'rοοt@example.com'],
    ['an Armenian օ', 'root@example.com', 'rօօt@example.com'],
    ['a Greek κ in the domain', 'user@ok.com', 'user@oκ.com'],
    ['a small capital', 'admin@example.com', 'ᴀdmin@example.com'],
    ['a fraction slash', 'a/b@example.com', 'a⁄b@example.com'],
    ['another subdomain', 'user@example.com', 'user@mail.example.com'],
    ['a sign more', 'user@example.com', 'user-@example.com'],
    ['a superscript', 'user2@example.com', 'user²@example.com'],
    ['a plus tag', 'user@example.com', 'user+a@example.com'],
    ['dots', 'firstlast@example.com', 'first.last@example.com'],
  ])('does not take %s for the same account', (_, one, other) => {
    const keys = [parseEmail(one)?.emailKey, parseEmail(other)?.emailKey]
    expect(keys[0]).toBeDefined()
    expect(keys[1]).not.toBe(keys[0])
  })

  test('keeps total length to 254 octets in both forms of the domain', () => {
    const domainOf = (octets: number) => `${label63}.${label63}.${'a'.repeat(octets - 132)}.com`
    expect(parseEmail(`${'u'.repeat(64)}@${domainOf(189)}`)).not.toBeNull()
    expect(parseEmail(`${'u'.repeat(64)}@${domainOf(190)}`)).toBeNull()
    // As typed this label fits; in ASCII it has more than 63 octets.
    expect(parseEmail(`u@${'üa'.repeat(30)}.de`)).toBeNull()
  })

  test.each([
    ['capitals', 'USER@EXAMPLE.COM'],
    ['a domain in capitals', 'user@Example.Com'],
    ['capitals in the local part', 'uSeR@example.com'],
  ])('takes %s for the same account', (_, text) =>
    expect(parseEmail(text)?.emailKey).toBe('user@example.com'),
  )

  /** Locals and domains of many scripts, with capitals, marks and look-alikes. */
  const anyAtom = fc.string({
    unit: fc.constantFrom(...'aAbeEiıİoOöÖsSßſkKéе\u0301\u0308οаА.+-_0'),
    minLength: 1,
    maxLength: 12,
  })
  const anyDomain = fc
    .array(fc.string({ unit: fc.constantFrom(...'aAeEoOöÖßéеοа0-'), minLength: 1, maxLength: 8 }), {
      minLength: 2,
      maxLength: 3,
    })
    .map((labels) => labels.join('.'))
  const anyAddress = fc.oneof(
    fc.emailAddress(),
    fc.tuple(anyAtom, anyDomain).map(([local, domain]) => `${local}@${domain}`),
  )

  test('finds an account by the key as well as by what was typed', () => {
    fc.assert(
      fc.property(anyAddress, (text) => {
        const email = parseEmail(text)
        fc.pre(email !== null)
        expect(parseEmail(email?.email ?? '')).toEqual(email)
        expect(parseEmail(email?.emailKey ?? '')?.emailKey).toBe(email?.emailKey)
      }),
    )
  })

  const lookAlikes: Readonly<Record<string, string>> = {
    a: 'а',
    e: 'е',
    o: 'ο',
    i: 'ı',
    s: 'ſ',
    k: 'κ',
    '.': '..',
  }

  /** The same address, each letter spelled anew: in the other case, decomposed, or by a look-alike. */
  function respell(text: string, choices: readonly number[]): string {
    const spellings = (letter: string) => [
      letter,
      letter,
      letter.toUpperCase(),
      letter.toLowerCase(),
      letter.normalize('NFD'),
      lookAlikes[letter] ?? letter,
    ]
    return [...text].map((letter, at) => spellings(letter)[(choices[at] ?? 0) % 6]).join('')
  }
  const anyPair = fc
    .tuple(anyAddress, fc.array(fc.nat(5), { maxLength: 40 }))
    .map(([text, choices]) => [text, respell(text, choices)] as const)

  test('gives two mailboxes one key only when they differ in case and composition alone', () => {
    const folded = (local: string) => local.normalize('NFC').toLowerCase().normalize('NFC')
    const inAscii = (domain: string) => new URL(`http://${domain}`).hostname
    fc.assert(
      fc.property(anyPair, ([one, other]) => {
        const keys = [parseEmail(one)?.emailKey, parseEmail(other)?.emailKey]
        fc.pre(keys[0] !== undefined && keys[1] !== undefined)
        const [[local1, domain1], [local2, domain2]] = [one.split('@'), other.split('@')]
        const isOne = folded(local1!) === folded(local2!) && inAscii(domain1!) === inAscii(domain2!)
        expect(keys[0] === keys[1]).toBe(isOne)
      }),
      { numRuns: 2000 },
    )
  })

  test('never throws and never lets control characters or spaces through', () => {
    fc.assert(
      fc.property(anyText, anyText, (local, domain) => {
        const email = parseEmail(`${local}@${domain}`)
        expect(email?.emailKey ?? '').not.toMatch(/[\p{C}\p{Z}]/u)
        expect(email?.emailKey.split('@').at(-1) ?? '').toMatch(/^[a-z0-9.-]*$/)
      }),
    )
  })
})
