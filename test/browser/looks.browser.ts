import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTwin, overflowOn, smallTargetsOn, violationsOn } from './looks.ts'
import { createWorld, visit, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.stop())

describe('what looks at pages', () => {
  it.each([true, false])('notices what is wrong on one, with script: %s', async (javaScriptEnabled) => {
    const { tab, context } = await visit(world, { javaScriptEnabled })
    await tab.route('**/signin', async (route) => {
      const answer = await route.fetch()
      const flaws =
        '<hr width="3000"><p><font color="#aaaaaa">grey</font></p><input id="bare"><a href="/">go</a></main>'
      await route.fulfill({ response: answer, body: (await answer.text()).replace('</main>', flaws) })
    })
    await tab.goto(`${world.service.url}/signin`)
    const twin = await openTwin(world.chromium)
    await twin.copy(tab)
    expect((await overflowOn(tab)).join()).toMatch(/^\d{4} px wide in a window of/)
    expect((await smallTargetsOn(tab)).join()).toContain('<a href="/">go</a>')
    const found = (await violationsOn(javaScriptEnabled ? tab : twin.tab)).join('\n')
    expect(found).toMatch(/^color-contrast: .*grey/m)
    expect(found).toMatch(/^label: .*bare/m)
    await twin.tab.context().close()
    await context.close()
  })
})
