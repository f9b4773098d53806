import type { CDPSession } from 'puppeteer-core'

/** Bytes of JavaScript heap in use, after all that isn't needed is gone. */
export async function heapOf(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.enable')
  for (let time = 0; time < 3; time++) await client.send('HeapProfiler.collectGarbage')
  const { usedSize } = await client.send('Runtime.getHeapUsage')
  await client.send('HeapProfiler.disable')
  return usedSize
}
