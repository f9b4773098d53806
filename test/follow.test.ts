import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Follow } from '../src/background/follow.ts'
import { Mutex } from '../src/background/mutex.ts'
import type { OwnLabel } from '../src/shared/messages.ts'
import { DEFAULTS, parseSettings, type Settings } from '../src/shared/settings.ts'

/** Devices of one person: each has its own storage and its browser's copy of what is shared, which goes up and down item by item. */

type Items = Record<string, unknown>

interface Device {
  local: Items
  sync: Items
  /** What the browser has yet to send. */
  dirty: Set<string>
  writes: number
  alarms: Map<string, object>
  listeners: { storage: ((changes: Items, area: string) => void)[]; alarm: ((alarm: { name: string }) => void)[] }
  refuses: string | null
}

const world = vi.hoisted(() => ({ device: null as unknown }))
const current = () => world.device as Device
const copy = <Value>(value: Value): Value => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value))

const pick = (from: Items, keys: string | string[] | null) => copy(Object.fromEntries(Object.entries(from).filter(([name]) => keys === null || [keys].flat().includes(name))))

/** A function, so that it is there when the mock is made. */
function area(name: 'local' | 'sync') {
  return {
    get: (keys: string | string[] | null) => Promise.resolve(pick(current()[name], keys)),
    set: (items: Items) => {
      const device = current()
      if (name === 'sync') {
        device.writes++
        if (device.refuses) return Promise.reject(new Error(device.refuses))
        for (const [key, value] of Object.entries(items)) {
          if (new TextEncoder().encode(key + JSON.stringify(value)).length > 8_192) return Promise.reject(new Error('QUOTA_BYTES_PER_ITEM quota exceeded'))
          device.dirty.add(key)
        }
      }
      Object.assign(device[name], copy(items))
      for (const listener of device.listeners.storage) listener(copy(items), name)
      return Promise.resolve()
    },
    remove: (keys: string | string[]) => {
      const device = current()
      if (name === 'sync') device.writes++
      for (const key of [keys].flat()) {
        delete device[name][key]
        if (name === 'sync') device.dirty.add(key)
      }
      return Promise.resolve()
    },
  }
}

vi.mock('../src/shared/changes.ts', () => ({ tellChange: () => undefined }))
vi.mock('webextension-polyfill', () => {
  return {
    default: {
      storage: { local: area('local'), sync: area('sync'), onChanged: { addListener: (listener: never) => current().listeners.storage.push(listener) } },
      alarms: {
        create: (name: string, when: object) => current().alarms.set(name, when),
        clear: (name: string) => Promise.resolve(current().alarms.delete(name)),
        onAlarm: { addListener: (listener: never) => current().listeners.alarm.push(listener) },
      },
    },
  }
})

const NOW = Date.parse('2026-11-30T10:00:00.000Z')

function device(settings: Partial<Settings> = {}, sync: Items = {}): Device {
  return { local: { settings: copy({ ...DEFAULTS, follow: true, ...settings }) }, sync, dirty: new Set(), writes: 0, alarms: new Map(), listeners: { storage: [], alarm: [] }, refuses: null }
}

async function on(one: Device, follow = new Follow(new Mutex())): Promise<void> {
  world.device = one
  await follow.update()
}

const settingsOf = ({ local }: Device) => parseSettings(local['settings'])
const labelsOf = ({ local }: Device) => ((local['own-labels'] as OwnLabel[] | undefined) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))
const change = (one: Device, settings: Partial<Settings>) => void (one.local['settings'] = copy({ ...settingsOf(one), ...settings }))
const write = (one: Device, id: string, text: string) => void (one.local['own-labels'] = [...labelsOf(one).filter((label) => label.id !== id), { id, name: `Acme ${id}`, domain: null, text, changed: new Date(Date.now()).toISOString() }])
const erase = (one: Device, id: string) => void (one.local['own-labels'] = labelsOf(one).filter((label) => label.id !== id))
const stateOf = (one: Device) => {
  world.device = one
  return new Follow(new Mutex()).state()
}

/** Whoever sends an item last has it there. */
function send(one: Device, server: Items): void {
  for (const key of one.dirty) {
    if (key in one.sync) server[key] = copy(one.sync[key])
    else delete server[key]
  }
  one.dirty.clear()
}

const receive = (one: Device, server: Items) => void (one.sync = copy(server))

/** @returns after how many rounds nobody had anything to say any more */
async function settle(devices: readonly Device[], server: Items): Promise<number> {
  for (let round = 1; round <= 12; round++) {
    const before = devices.reduce((sum, { writes }) => sum + writes, 0)
    const waiting = devices.some(({ dirty }) => dirty.size > 0)
    for (const one of devices) {
      send(one, server)
      receive(one, server)
      await on(one)
      send(one, server)
    }
    if (!waiting && devices.reduce((sum, { writes }) => sum + writes, 0) === before) return round
  }
  throw new Error('they never come to an end')
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  vi.setSystemTime(NOW)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

describe('following', () => {
  it('writes nothing while it is off, and forgets what it knew', async () => {
    const one = device({ follow: false })
    one.local['follow'] = { settings: {}, labels: [], last: null, problem: null }
    await on(one)
    expect(one.writes).toBe(0)
    expect(one.local['follow']).toBeUndefined()
    expect(await stateOf(one)).toEqual({ state: 'off', last: null, problem: null })
  })

  it('brings settings and labels along, and says so', async () => {
    const [one, other] = [device({ updates: 'off' }), device()]
    write(one, 'a', 'Friends')
    const server = {}
    await settle([one, other], server)
    expect(settingsOf(other).updates).toBe('off')
    expect(labelsOf(other)).toEqual(labelsOf(one))
    expect(await stateOf(other)).toEqual({ state: 'on', last: new Date(NOW).toISOString(), problem: null })
  })

  it('brings neither the log nor a pause along', async () => {
    const [one, other] = [device({ log: true, logDays: 7, pausedUntil: NOW + 1_000 }), device()]
    await settle([one, other], {})
    expect(settingsOf(other)).toEqual({ ...DEFAULTS, follow: true })
    expect(JSON.stringify(one.sync)).not.toMatch(/log|pausedUntil/)
  })

  it('comes to an end whatever the order of labels is', async () => {
    const [one, other] = [device(), device()]
    for (const id of ['a', 'b', 'c']) write(one, id, 'x')
    await settle([one, other], {})
    other.local['own-labels'] = labelsOf(other).toReversed()
    one.writes = other.writes = 0
    expect(await settle([one, other], copy(one.sync))).toBeLessThanOrEqual(3)
    expect(one.writes + other.writes).toBe(0)
  })

  it('does not delete on other devices what was deleted while it was off', async () => {
    const [one, other] = [device(), device()]
    write(one, 'a', 'x')
    const server = {}
    await settle([one, other], server)
    change(one, { follow: false })
    await on(one)
    erase(one, 'a')
    await on(one)
    change(one, { follow: true })
    await settle([one, other], server)
    expect([labelsOf(one), labelsOf(other)].map(({ length }) => length)).toEqual([1, 1])
  })

  it('gives nothing where all was deleted at the same moment', async () => {
    const one = device()
    write(one, 'a', 'x')
    await on(one)
    const before = copy(one.sync)
    const follow = new Follow(new Mutex())
    world.device = one
    const running = follow.update()
    one.local = {}
    await running
    expect(one.sync).toEqual(before)
    expect(one.local).toEqual({})
  })

  it('keeps what a newer version wrote, without taking turns with it', async () => {
    const one = device()
    await on(one)
    const sync = copy(one.sync) as { settings: Items }
    Object.assign(sync.settings, { 'appearance.size': ['huge', NOW + 5], sound: ['on', NOW] })
    one.sync = { ...copy(sync), 'labels-0': [{ id: 'n', name: 'Acme', domain: null, text: 'x', changed: new Date(NOW).toISOString(), colour: 'red' }] }
    const there = copy(one.sync)
    one.writes = 0
    for (let time = 0; time < 3; time++) await on(one)
    expect(one.writes).toBe(0)
    expect(one.sync).toEqual(there)
    expect(settingsOf(one)).toEqual({ ...DEFAULTS, follow: true })
    expect(labelsOf(one)).toHaveLength(1)
  })

  it('says that there are too many labels, while settings still follow, and deletes none', async () => {
    const [one, other] = [device(), device()]
    write(other, 'theirs', 'x')
    const server = {}
    await settle([other], server)
    for (let number = 0; number < 900; number++) write(one, `mine-${number}`, 'x')
    change(one, { updates: 'weekly' })
    await settle([one, other], server)
    expect((await stateOf(one)).problem).toBe('labels')
    expect(settingsOf(other).updates).toBe('weekly')
    expect([labelsOf(one).length, labelsOf(other).length]).toEqual([900, 1])
    one.local['own-labels'] = labelsOf(one).slice(0, 10)
    await settle([one, other], server)
    expect((await stateOf(one)).problem).toBeNull()
    expect([labelsOf(one).length, labelsOf(other).length]).toEqual([11, 11])
  })

  it('tells what is refused, tries it again later and not at once', async () => {
    const one = device()
    one.refuses = 'MAX_WRITE_OPERATIONS_PER_HOUR quota exceeded'
    world.device = one
    const follow = new Follow(new Mutex())
    follow.listen()
    await follow.update()
    expect(one.writes).toBe(1)
    expect((await stateOf(one)).problem).toBe('failed')
    expect(one.alarms.get('follow')).toEqual({ delayInMinutes: 15 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(one.writes).toBe(1)
    one.refuses = null
    for (const listener of one.listeners.alarm) listener({ name: 'follow' })
    await vi.advanceTimersByTimeAsync(10)
    expect(one.writes).toBe(2)
    expect((await stateOf(one)).problem).toBeNull()
    expect(one.alarms.size).toBe(0)
    expect(one.sync).toHaveProperty('settings')
    // What it wrote itself makes it write nothing more.
    await vi.advanceTimersByTimeAsync(60_000)
    expect(one.writes).toBe(2)
  })
})

const SIZES = ['small', 'medium', 'large'] as const
const setting = fc.record({ kind: fc.constant('setting' as const), device: fc.nat(2), value: fc.constantFrom(...SIZES) })
const site = fc.record({ kind: fc.constant('site' as const), device: fc.nat(2), value: fc.constantFrom('x', 'reddit') })
const label = fc.record({ kind: fc.constant('label' as const), device: fc.nat(2), id: fc.constantFrom('a', 'b'), text: fc.constantFrom('one', 'two', '') })
const moved = fc.record({ kind: fc.constantFrom('send' as const, 'receive' as const, 'update' as const), device: fc.nat(2) })
const steps = fc.array(fc.oneof(setting, site, label, moved, moved), { maxLength: 25 })

describe('two or three devices', () => {
  it('are alike after they have exchanged any changes in any order, whatever their clocks say', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 2, max: 3 }), fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 3, maxLength: 3 }), async (all, count, skews) => {
        const devices = Array.from({ length: count }, () => device())
        const server = {}
        let time = NOW
        await settle(devices, server)
        for (const step of all) {
          const one = devices[step.device % count] as Device
          vi.setSystemTime((time += 1_000) + (skews[step.device % count] ?? 0))
          if (step.kind === 'send') send(one, server)
          else if (step.kind === 'receive') {
            // Browsers send their own first.
            send(one, server)
            receive(one, server)
          } else if (step.kind === 'setting') change(one, { appearance: { ...settingsOf(one).appearance, size: step.value } })
          else if (step.kind === 'site') change(one, { sitesOff: [step.value] })
          else if (step.kind === 'label' && step.text) write(one, step.id, step.text)
          else if (step.kind === 'label') erase(one, step.id)
          if (step.kind !== 'send') await on(one)
        }
        await settle(devices, server)
        for (const other of devices.slice(1)) {
          expect(settingsOf(other)).toEqual(settingsOf(devices[0] as Device))
          expect(labelsOf(other)).toEqual(labelsOf(devices[0] as Device))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('have of each the newest, where their clocks are right', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const devices = [device(), device(), device()]
        const server = {}
        let time = NOW
        await settle(devices, server)
        const last: { size?: string; labels: Map<string, string> } = { labels: new Map() }
        for (const step of all) {
          const one = devices[step.device] as Device
          vi.setSystemTime((time += 1_000))
          if (step.kind === 'setting' && settingsOf(one).appearance.size !== step.value) {
            change(one, { appearance: { ...settingsOf(one).appearance, size: step.value } })
            last.size = step.value
          } else if (step.kind === 'label' && (step.text || labelsOf(one).some(({ id }) => id === step.id))) {
            last.labels.set(step.id, step.text)
            if (step.text) write(one, step.id, step.text)
            else erase(one, step.id)
          } else if (step.kind === 'receive') {
            send(one, server)
            receive(one, server)
          }
          await on(one)
        }
        await settle(devices, server)
        for (const one of devices) {
          expect(settingsOf(one).appearance.size).toBe(last.size ?? 'medium')
          expect(Object.fromEntries(labelsOf(one).map(({ id, text }) => [id, text]))).toEqual(Object.fromEntries([...last.labels].filter(([, text]) => text !== '')))
        }
      }),
      { numRuns: 150 },
    )
  })
})
