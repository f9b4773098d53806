import { describe, expect, it } from 'vitest'
import { Mutex } from '../src/background/mutex.ts'

const turn = () => new Promise<void>((done) => setTimeout(done, 1))

describe('Mutex', () => {
  it('gives back what the task gives', async () => {
    expect(await new Mutex().run(() => Promise.resolve(7))).toBe(7)
  })

  it('runs tasks one after the other, in the order in which they came', async () => {
    const mutex = new Mutex()
    const log: string[] = []
    const task = (name: string) => mutex.run(async () => {
      log.push(`${name} begins`)
      await turn()
      log.push(`${name} ends`)
    })
    await Promise.all(['a', 'b', 'c'].map(task))
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  it('loses no change of many that read and write', async () => {
    const mutex = new Mutex()
    let stored = 0
    await Promise.all(
      Array.from({ length: 20 }, () => mutex.run(async () => {
        const read = stored
        await turn()
        stored = read + 1
      })),
    )
    expect(stored).toBe(20)
  })

  it('hands a failure to whoever asked, and to nobody else', async () => {
    const mutex = new Mutex()
    const failing = mutex.run(() => Promise.reject(new Error('full')))
    const next = mutex.run(() => Promise.resolve('done'))
    await expect(failing).rejects.toThrow('full')
    expect(await next).toBe('done')
  })

  it('goes on after a task that throws before it gives a promise', async () => {
    const mutex = new Mutex()
    const failing = mutex.run(() => {
      throw new Error('at once')
    })
    await expect(failing).rejects.toThrow('at once')
    expect(await mutex.run(() => Promise.resolve('done'))).toBe('done')
  })

  it('runs each task once', async () => {
    const mutex = new Mutex()
    let runs = 0
    await mutex.run(() => Promise.reject(new Error('full'))).catch(() => undefined)
    await mutex.run(() => Promise.resolve(runs++))
    expect(runs).toBe(1)
  })

  it('does not wait for another', async () => {
    const blocked = new Mutex()
    void blocked.run(() => new Promise(() => undefined))
    expect(await new Mutex().run(() => Promise.resolve('free'))).toBe('free')
  })
})
