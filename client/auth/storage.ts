/** Where texts are kept. Answers may come at once or later. */
export type AuthStorage = {
  get(key: string): string | null | Promise<string | null>
  set(key: string, value: string): void | Promise<void>
  remove(key: string): void | Promise<void>
}

/** Keeps texts as long as the page is open: what is gone cannot be stolen. */
export function memoryStorage(): AuthStorage {
  const texts = new Map<string, string>()
  return {
    get: (key) => texts.get(key) ?? null,
    set: (key, value) => void texts.set(key, value),
    remove: (key) => void texts.delete(key),
  }
}

/**
 * Keeps texts in the browser: with `localStorage` tabs share one sign-in and keep it over a reload, with `sessionStorage` each
 * tab has its own. Every script of the page can read them.
 */
export function webStorage(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): AuthStorage {
  return {
    get: (key) => storage.getItem(key),
    set: (key, value) => storage.setItem(key, value),
    remove: (key) => storage.removeItem(key),
  }
}
