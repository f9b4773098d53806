import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { expect } from './fixtures.ts'

/** Runs expressions in the world of a page's content script, which only Chromium lets a test into. */
export async function contentWorld(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const client = await page.createCDPSession()
  const worlds: number[] = []
  client.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id)
  })
  await client.send('Runtime.enable')
  await sleep(200)
  expect(worlds).toHaveLength(1)
  return async (expression) => (await client.send('Runtime.evaluate', { expression, contextId: worlds[0] ?? 0, returnByValue: true })).result.value as unknown
}
