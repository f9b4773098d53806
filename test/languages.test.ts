import { describe, expect, it } from 'vitest'
import { languagesIn, tagOf } from '../harness/languages.ts'
import { completed, ENGLISH, mayLeaveOutNumber, type Messages, readMessages, wantedKeys } from '../scripts/locale-files.ts'
import { readLists } from '../scripts/lists-plugin.ts'
import { readTexts } from '../scripts/translate.ts'
import { SCOPE_KEYS } from '../src/shared/scopes.ts'
import { labelFor, labelText } from '../src/shared/wording.ts'
import sameAsEnglish from './languages/same-as-english.json' with { type: 'json' }
import wordingRules from './languages/wording-rules.json' with { type: 'json' }
import { FOLDER } from './lists.ts'

/** What a language's labels are held to: parts of words, found whatever their case. */
interface Rules {
  /** Of the past forms of each verb, one must be in the claims of that kind. */
  announced: string[]
  joined: string[]
  reported: string[]
  said: string[]
  advised: string[]
  stopped: string[]
  /** "its own": in the claims of those that set themselves apart, and in no other announced or reported pause. */
  own: string[]
  /** "only": in each scope that has it in English. */
  only: string[]
  /** In no label. */
  boycott: string[]
  present: string[]
}

const CLAIMS: Record<'announced' | 'joined' | 'reported' | 'said' | 'advised' | 'stopped', readonly string[]> = {
  announced: ['claimPaused', 'claimPausedElsewhere', 'claimOwnPause', 'claimOwnPauseElsewhere', 'welcomeStates_joined', 'welcomeStates_paused', 'welcomeStates_own_pause'],
  joined: ['claimJoined', 'claimJoinedElsewhere'],
  reported: ['claimReported', 'claimReportedElsewhere', 'claimReportedOwn', 'claimReportedOwnElsewhere'],
  said: ['claimStoppedEarlier', 'claimStoppedEarlierElsewhere'],
  advised: ['claimAdvised', 'claimAdvisedElsewhere'],
  stopped: ['claimStoppedPosting', 'claimStoppedPostingElsewhere'],
}
const OWN = ['claimOwnPause', 'claimOwnPauseElsewhere', 'claimReportedOwn', 'claimReportedOwnElsewhere']
const NOT_OWN = ['claimPaused', 'claimPausedElsewhere', 'claimReported', 'claimReportedElsewhere']
/** What a label is made of. */
const OF_LABELS = /^(claim|status_|scope|dates(From|Until)|welcomeStates_)/
/** Never translated. */
const NAMES = ['AdPledge', 'Firefox', 'CSV', 'JSON', 'Example Pledge', 'docs/ad-log.md', 'acme.com']

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'id', 'it', 'ja', 'ko', 'nl', 'pl', 'pt_BR', 'sv', 'tr', 'uk', 'vi', 'zh_CN', 'zh_TW']
const english = readMessages(ENGLISH)
const lists = readLists(FOLDER)

function textOf(messages: Messages, key: string): string {
  return messages[key]?.message ?? ''
}

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toUpperCase()).toSorted()
}

function hasOne(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.toLowerCase().includes(word.toLowerCase()))
}

/** A text without what stands in it for names and numbers, and without names that are the same everywhere. */
function ownWords(text: string): string {
  return NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text.replace(/\$\w+\$/g, ''))
}

it('there are texts in twenty languages', () => {
  expect(languagesIn()).toEqual(LANGUAGES)
  expect(Object.keys(wordingRules).toSorted()).toEqual(LANGUAGES)
})

describe.each(languagesIn())('texts in %s', (locale) => {
  const messages = readMessages(locale)
  const wanted = wantedKeys(english, locale)
  const rules = (wordingRules as Record<string, Rules>)[locale]
  const broken = (isFine: (text: string, source: string, key: string) => boolean) =>
    [...wanted].filter(([key, source]) => !isFine(textOf(messages, key), textOf(english, source), key)).map(([key]) => `${key}: ${textOf(messages, key)}`)

  it('are all there, in every plural form of the language, and no others', () => {
    expect(Object.keys(messages)).toEqual([...wanted.keys()])
    expect(broken((text) => text.trim() !== '' && text === text.trim() && !text.includes('  '))).toEqual([])
    if (locale !== ENGLISH) expect(messages).toEqual(completed(english, messages, locale).messages)
  })

  it('name the language and which way it is written', () => {
    expect(textOf(messages, 'textLanguage')).toBe(tagOf(locale))
    expect(textOf(messages, 'textDirection')).toBe(['ar', 'he'].includes(locale) ? 'rtl' : 'ltr')
  })

  it('have the placeholders of the English ones', () => {
    expect(
      broken((text, source, key) => {
        const [has, must] = [placeholdersIn(text), placeholdersIn(source)]
        return has.join() === must.join() || (mayLeaveOutNumber(key, locale) && has.join() === must.filter((name) => name !== 'COUNT').join())
      }),
    ).toEqual([])
    expect(broken((text) => !text.replace(/\$\w+\$/g, '').includes('$'))).toEqual([])
  })

  it('keep names, and end as the English ones do', () => {
    expect(broken((text, source) => NAMES.every((name) => text.includes(name) || !source.includes(name)))).toEqual([])
    expect(broken((text, source) => /[.…:?]$/.test(source) === /[.…:?。？：।؟]$/.test(text))).toEqual([])
  })

  it('are no longer than browsers and stores take', () => {
    expect(textOf(messages, 'extensionName').length).toBeLessThanOrEqual(45)
    expect(textOf(messages, 'extensionDescription').length).toBeLessThanOrEqual(132)
    expect(textOf(messages, 'extensionName')).toMatch(/^AdPledge/)
  })

  if (locale !== ENGLISH) {
    it('are translated: what is the same as in English is known to be right', () => {
      const same = [...wanted].filter(([key, source]) => key !== 'textDirection' && textOf(messages, key) === textOf(english, source) && /[a-z]{2}/i.test(ownWords(textOf(english, source)))).map(([key]) => key)
      expect(same).toEqual((sameAsEnglish as Record<string, string[]>)[locale] ?? [])
    })
  }

  if (!['de', 'en', 'nl', 'sv', 'vi'].includes(locale)) {
    it('have no English words left in them', () => {
      expect(broken((text) => !/\b(the|and|with|this|that|your)\b/i.test(text.replace(/“[^”]*”|"[^"]*"/g, '')))).toEqual([])
    })
  }

  if (['ar', 'he', 'hi', 'ja', 'ko', 'uk', 'zh_CN', 'zh_TW'].includes(locale)) {
    it('are in the script of the language', () => {
      const script = { ar: /\p{Script=Arabic}/u, he: /\p{Script=Hebrew}/u, hi: /\p{Script=Devanagari}/u, ja: /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u, ko: /\p{Script=Hangul}/u, uk: /\p{Script=Cyrillic}/u }[locale] ?? /\p{Script=Han}/u
      const known = new Set(['textLanguage', 'textDirection', ...((sameAsEnglish as Record<string, string[]>)[locale] ?? [])])
      expect(broken((text, _source, key) => known.has(key) || script.test(text) || !/\p{L}/u.test(ownWords(text)))).toEqual([])
    })
  }

  describe('that labels are made of', () => {
    it('say what was done, said or reported, in the past', () => {
      for (const [kind, keys] of Object.entries(CLAIMS)) {
        expect(keys.filter((key) => !hasOne(textOf(messages, key), rules?.[kind as keyof typeof CLAIMS] ?? [])).map((key) => textOf(messages, key)), kind).toEqual([])
      }
    })

    it('never say that anybody boycotts, and nothing in the present', () => {
      const ofLabels = [...wanted.keys()].filter((key) => OF_LABELS.test(key))
      expect(ofLabels.length).toBeGreaterThan(40)
      const never = [...(rules?.boycott ?? []), ...(rules?.present ?? [])]
      expect(never.length).toBeGreaterThan(4)
      expect(ofLabels.filter((key) => hasOne(textOf(messages, key), never)).map((key) => textOf(messages, key))).toEqual([])
    })

    it('say "its own" if and only if the English ones do', () => {
      expect(OWN.filter((key) => !hasOne(textOf(messages, key), rules?.own ?? []))).toEqual([])
      expect(NOT_OWN.filter((key) => hasOne(textOf(messages, key), rules?.own ?? []))).toEqual([])
    })

    it('keep "only" in a scope', () => {
      const scopes = Object.entries(SCOPE_KEYS)
      expect(scopes.filter(([scope, key]) => /\bonly\b/.test(scope) !== hasOne(textOf(messages, key), rules?.only ?? [])).map(([, key]) => textOf(messages, key))).toEqual([])
      expect(new Set(scopes.map(([, key]) => textOf(messages, key))).size).toBe(scopes.length)
    })

    it('tell every kind of claim from every other', () => {
      const claims = Object.keys(english).filter((key) => key.startsWith('claim'))
      expect(new Set(claims.map((key) => textOf(messages, key))).size).toBe(claims.length)
    })
  })
})

describe.each(languagesIn())('labels of the bundled lists in %s', (locale) => {
  const texts = readTexts(locale)
  const context = { translate: texts, locale: tagOf(locale), now: new Date('2026-11-23T12:00:00Z') }
  const labels = [false, true].flatMap((elsewhere) =>
    lists.index.lists.flatMap((list) =>
      (lists.entries.entries[list.id] ?? []).flatMap((entry) => {
        const label = labelFor({ list, entry, elsewhere }, context)
        return label ? [{ label, text: labelText(label) }] : []
      }),
    ),
  )

  it('have claim, dates and scope, and fit on a badge', () => {
    expect(labels.length).toBeGreaterThan(500)
    expect(labels.filter(({ label, text }) => !text.includes(label.claim) || (label.dates !== null && !text.includes(label.dates)) || (label.scope !== null && !text.endsWith(` · ${label.scope}`))).map(({ text }) => text)).toEqual([])
    expect(labels.filter(({ text }) => /undefined|null|NaN|Invalid|\$/.test(text) || text.length > 130).map(({ text }) => text)).toEqual([])
  })
})
