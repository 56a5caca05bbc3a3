import fc from 'fast-check'

/** Stands in most hostile texts. An error that repeats what was sent shows it. */
export const marker = 'MaRk3r7f'

const texts = [
  '',
  ' ',
  marker,
  `${marker}\u0000`,
  '\u0000',
  `${marker}' OR '1'='1' --`,
  `${marker}"; DROP TABLE users; --`,
  `<script>${marker}</script>`,
  `"><i>${marker}</i>`,
  `${marker}\r\nSet-Cookie: a=b`,
  '\ud800',
  `\udfff${marker}`,
  '\u202e\u0645\u0631\u062d\u0628\u0627',
  '\ud83d\udc69\u200d\ud83d\udc67',
  'e\u0301'.repeat(40),
  `../../${marker}`,
  '..',
  '%00',
  '{{7*7}}',
  `\${${marker}}`,
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '1e309',
  '0x10',
  '9'.repeat(40),
  'x'.repeat(10_000),
  marker.repeat(400),
  '00000000-0000-0000-0000-000000000000',
  'app_',
  'app_AAAAAAAAAAAAAAAAAAAAAA',
]

/** Texts that have broken something somewhere. */
export const hostileText: fc.Arbitrary<string> = fc.constantFrom(...texts)

const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown

/** Values of every type that have broken something somewhere. */
export const anyHostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, false, 0, -1, 0.5, 1e308, -0, 2 ** 53, {}, [], [[]], deep],
      ...[
        { $ne: '' },
        { $gt: marker },
        { length: 1 },
        { toString: marker },
        [marker],
        [marker, marker],
        [null],
        [{}],
      ],
    ),
  },
)
