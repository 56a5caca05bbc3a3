/** What one tab tells the others. `ended`: the sign-ins of that person which began before `at` (milliseconds since 1970) are over. */
export type News =
  | { readonly kind: 'changed' }
  | { readonly kind: 'ended'; readonly sub: string; readonly at: number }

/** The tabs of one app in one browser. */
export type Channel = { tell(news: News): void; close(): void }

/** Opens it; where the platform has none there is one tab. */
export function openChannel(name: string, hear: (news: News) => void): Channel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))
  // Node would not end as long as it listens; browsers have no such thing.
  if ('unref' in channel) (channel.unref as () => void).call(channel)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  return { tell: (news) => channel.postMessage(news), close: () => channel.close() }
}
