import type { TestService } from './service.ts'

/** What a browser got: a page, or a redirect that it has not followed yet. */
export type Page = {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly html: string
  /** where a redirect leads, absolute; null: none */
  readonly location: string | null
}

/** Fields of a form by name. */
export type Fields = Readonly<Record<string, string>>

/** A browser without a window: cookies, forms, and redirects that are followed as far as they stay with us. */
export type TestBrowser = {
  /** the issuer, as the browser knows it */
  readonly origin: string
  /** cookies by name; a test may plant or take some */
  readonly cookies: Map<string, string>
  /** every `Set-Cookie` that came, whole */
  readonly setCookies: readonly string[]
  /** One GET. */
  get(url: string, headers?: Fields): Promise<Page>
  /** One POST of a form, as the browser would send it from a page of ours; `headers` override, an empty one is not sent. */
  post(url: string, fields: Fields, headers?: Fields): Promise<Page>
  /** One POST of a form with a file, like `post`. */
  upload(
    url: string,
    fields: Fields,
    file: { readonly name: string; readonly image: Blob | null },
  ): Promise<Page>
  /** Follows redirects while they stay with us; the last one is not followed. */
  follow(page: Page): Promise<Page>
  /** A GET that is followed. */
  open(url: string): Promise<Page>
  /** Sends the form of a page with these fields besides the hidden ones, and follows. */
  submit(page: Page, fields: Fields): Promise<Page>
}

/** A service as a browser knows it: by its issuer, and by where it really listens. */
type Visited = {
  readonly config: Pick<TestService['config'], 'issuer'>
  readonly running: Pick<TestService['running'], 'url'>
}

/** Makes a browser with an empty cookie jar. @param language  its `Accept-Language` */
export function createBrowser(service: Visited, language = 'en'): TestBrowser {
  const { issuer } = service.config
  const { origin } = new URL(issuer)
  const cookies = new Map<string, string>()
  const setCookies: string[] = []

  async function exchange(url: string, init: RequestInit & { readonly headers: Fields }): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = { 'accept-language': language, cookie, ...init.headers }
    const headers = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''))
    // The issuer of a production service is a name that leads nowhere here.
    const response = await fetch(url.replace(origin, service.running.url), {
      ...init,
      headers,
      redirect: 'manual',
    })
    for (const text of response.headers.getSetCookie()) {
      setCookies.push(text)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
      if (text.endsWith('; Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location')
    return {
      url,
      status: response.status,
      headers: response.headers,
      html: await response.text(),
      location: location === null ? null : new URL(location, url).href,
    }
  }

  const get: TestBrowser['get'] = (url, headers = {}) =>
    exchange(url, { headers: { accept: 'text/html', ...headers } })
  const post: TestBrowser['post'] = (url, fields, headers = {}) =>
    exchange(url, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    })
  const upload: TestBrowser['upload'] = async (url, fields, { name, image }) => {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    form.append(name, image ?? new Blob([]), image === null ? '' : 'image.png')
    const headers = { origin, 'sec-fetch-site': 'same-origin' }
    return exchange(url, { method: 'POST', body: form, headers })
  }
  async function follow(page: Page): Promise<Page> {
    const isOurs = page.location !== null && new URL(page.location).origin === origin
    return isOurs ? follow(await get(page.location ?? '')) : page
  }
  return {
    origin: issuer,
    cookies,
    setCookies,
    get,
    post,
    upload,
    follow,
    open: async (url) => follow(await get(url)),
    submit: async (page, fields) => follow(await post(actionOf(page), { ...hiddenFields(page), ...fields })),
  }
}

/** The hidden fields of the first form on a page. */
export function hiddenFields({ html }: Page): Record<string, string> {
  const [form = ''] = html.split('</form>')
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)
  return Object.fromEntries([...inputs].map(([, name, value]) => [name!, unescapeHtml(value!)]))
}

/** The URL that the form on a page goes to. */
export function actionOf({ html, url }: Page): string {
  return new URL(/<form method="post" action="([^"]+)">/.exec(html)?.[1] ?? '', url).href
}

/** The link on a page with this text; null when there is none. */
export function linkOf({ html, url }: Page, text: string): string | null {
  const href = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].find(
    (link) => link[2] === text,
  )
  return href === undefined ? null : new URL(unescapeHtml(href[1]!), url).href
}

/** The text of a page, without its marks. */
export function textOf({ html }: Page): string {
  return unescapeHtml(html.replaceAll('<wbr>', '').replaceAll(/<[^>]+>/g, ' '))
    .replaceAll(/[\u2068\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The text that stands for itself in HTML as Eta escapes it. */
export function unescapeHtml(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replaceAll(/&(\w+|#39);/g, (all, name: string) => entities[name] ?? all)
}
