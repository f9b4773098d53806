import type { AdvertiserClues } from '../src/list/types.ts'

const FIELDS = ['name', 'page', 'domain', 'landing'] as const

/**
 * Reads advertisers to look up: an array of objects whose `name`, `page`, `domain` and `landing` are text, null or
 * missing; other fields are nobody's business here.
 * @throws Error that says what is wrong, with the position of the item, counted from 1, and its field
 */
export function parseBatch(json: string): AdvertiserClues[] {
  let data: unknown
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Error(`is not JSON: ${(error as Error).message.replaceAll(/\s+/g, ' ')}`, { cause: error })
  }
  if (!Array.isArray(data)) throw new Error(`must be an array in [ ], not ${typeName(data)}`)
  return data.map((item: unknown, at) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) throw new Error(`item ${at + 1} must be an object in { }, not ${typeName(item)}`)
    const clue = (field: (typeof FIELDS)[number]): string | null => {
      const value: unknown = Object.hasOwn(item, field) ? (item as Record<string, unknown>)[field] : null
      if (value !== null && typeof value !== 'string') throw new Error(`item ${at + 1}: ${field} must be text or null, not ${typeName(value)}`)
      return value
    }
    return { name: clue('name'), page: clue('page'), domain: clue('domain'), landing: clue('landing') }
  })
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'text' : `a ${typeof value}`
}
