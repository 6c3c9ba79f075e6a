import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locales } from '#platform/i18n/reader.ts'
import { namesOnly, spoken } from '#platform/i18n/spoken.ts'
import { someQuestions } from '#test/matching/some-questions.ts'
import { suggestions } from './core/suggestions.ts'
import { codes } from './core/verdict.ts'
import type { Naming } from './sentences.ts'
import { adviceText, noteText, whyNotText, whySentence } from './sentences.ts'
import { matchingWords } from './words.ts'

const naming = (locale: Naming['locale']): Naming => ({
  locale,
  person: () => spoken({ name: '花子' }),
  theme: () => 'ひとり暮らし',
  slot: () => '水曜日の午後',
})

describe('in words', () => {
  test('a reason is a kind sentence, and never more than three of them', () => {
    const said = whySentence(
      [
        { code: 'wants' },
        { code: 'likes_to_go_with', personId: 'x' },
        { code: 'not_asked_for_a_while' },
        { code: 'welcome' },
      ],
      naming('ja'),
    )
    expect(namesOnly(said)).toBe(
      'この活動を「したい」と書いています。花子さんと一緒に行きたいと書いています。しばらくお声がけしていません。',
    )
    expect(whySentence([], naming('ja'))).toBe('')
  })

  test('nothing said about a person holds a digit, in any language', () => {
    fc.assert(
      fc.property(someQuestions, fc.constantFrom(...locales), ({ question }, locale) => {
        const answer = suggestions(question)
        const said = [
          ...answer.could.flatMap((one) => [
            whySentence(one.reasons, naming(locale)),
            ...one.notes.map((note) => noteText(note, locale)),
          ]),
          ...answer.couldNot.map((group) => whyNotText(group.reason, locale)),
        ]
        expect(said.join('')).not.toMatch(/[0-9０-９]/)
        expect(answer.wouldHelp.map((advice) => adviceText(advice, naming(locale))).every(Boolean)).toBe(true)
      }),
    )
  })

  test('there are no words for do-not-want and avoidance: they are other circumstances', () => {
    for (const locale of locales) {
      const known = Object.keys(matchingWords[locale].whyNot)
      expect(known.toSorted()).toEqual(
        [...codes.filter((code) => code !== 'avoid' && code !== 'does_not_want'), 'other_circumstances'].toSorted(),
      )
    }
  })
})
