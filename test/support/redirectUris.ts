/** A redirect URI that an app of these tests has registered. */
export const registered = 'https://app.example.com/cb'

/** Another one, with a query of the app's own, which every answer keeps. */
export const withQuery = 'https://app.example.com/cb?tenant=a%20b'

/** Other spellings of the registered URI, and other URIs that resemble it. */
export const strangers = [
  ...[
    'https://app.example.com/cb/',
    'https://app.example.com/CB',
    'https://app.example.com/cb?',
    `${registered}#`,
  ],
  ...['https://app.example.com:443/cb', 'https://APP.example.com/cb', 'HTTPS://app.example.com/cb'],
  ...['https://app.example.com./cb', 'https://app.example.com//cb', 'https://app.example.com/./cb'],
  ...[
    'https://app.example.com/x/../cb',
    'https://app.example.com/x/%2e%2e/cb',
    'https://app.example.com/%63b',
  ],
  ...['https://app.example.com%2f@evil.example/cb', 'https://app.example.com@evil.example/cb'],
  ...[
    'https://evil.example@app.example.com/cb',
    'https://a@b@app.example.com/cb',
    'https://:@app.example.com/cb',
  ],
  ...['https://evil.example\\@app.example.com/cb', 'https://app.example.com\\.evil.example/cb'],
  ...['https://app.example.com.evil.example/cb', 'https://evilapp.example.com/cb', 'https://example.com/cb'],
  ...['https://evil.example/https://app.example.com/cb', 'https://evil.example/?https://app.example.com/cb'],
  ...[
    'https://evil.example#https://app.example.com/cb',
    'http://app.example.com/cb',
    '//app.example.com/cb',
    '/cb',
  ],
  ...[
    ` ${registered}`,
    `${registered} `,
    `${registered}\t`,
    `${registered}\n`,
    `\u0000${registered}`,
    `${registered}\u200b`,
  ],
  ...['https://app。example.com/cb', 'https://app.example.com/cb\u0065\u0301', 'https://аpp.example.com/cb'],
  ...[
    `${registered}?code=x`,
    `${registered}?tenant=a`,
    'https://app.example.com/cb?tenant=a+b',
    `${withQuery}&x=1`,
  ],
  ...['https://*.example.com/cb', 'https://app.example.com/*', '.*', 'null', 'undefined', 'about:blank'],
  ...[
    'javascript:alert(1)//https://app.example.com/cb',
    'data:text/html,x',
    'blob:https://app.example.com/cb',
  ],
]

/** What nobody may register: dangerous schemes, hosts and spellings that a browser reads otherwise than we do. */
export const unacceptable = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'about:blank',
  ],
  ...[
    'blob:https://a.example/x',
    'ftp://a.example/',
    'ws://a.example/',
    'myapp:/cb',
    'myapp://cb',
    'mailto:a@b.example',
  ],
  ...[
    'http://app.example.com/cb',
    'http://127.0.0.2/cb',
    'http://localhost.evil.example/cb',
    'http://[::]/cb',
    'http://0.0.0.0/cb',
  ],
  ...[
    'http://2130706433/cb',
    'http://0x7f.1/cb',
    'http://127.1/cb',
    'http://[::ffff:7f00:1]/cb',
    'http://localhost./cb',
  ],
  ...[
    'https://user@a.example/',
    'https://user:pw@a.example/',
    'https://@a.example/',
    'https://a.example@b.example/',
  ],
  ...[
    'https://a.example/#x',
    'https://a.example/#',
    'https://a.example/*',
    'https://*.a.example/',
    'https://a.example/cb?*',
  ],
  ...[
    'https://A.example/',
    'HTTPS://a.example/',
    'https://a.example:443/',
    'https://a.example./',
    'https:a.example',
    'https:///a.example',
  ],
  ...[
    'https://a.example/../',
    'https://a.example/%2e%2e/',
    'https://a.example/a%2fb',
    'https://a.example/a%5cb',
    'https://a.example\\b',
  ],
  ...[
    'https://a.example/%00',
    'https://a.example/%0d%0aX:y',
    'https://a.example/ b',
    ' https://a.example/',
    'https://a.example/\n',
  ],
  ...[
    'https://a.example/ä',
    'https://ä.example/',
    'https://а.example/',
    'https://a.example/%zz',
    '//a.example/',
    '/cb',
    '',
    'https://',
  ],
  ...[
    `https://a.example/${'a'.repeat(2048)}`,
    'https://a.example/?state=x',
    'https://a.example/?x=1&access_token=y',
  ],
]
