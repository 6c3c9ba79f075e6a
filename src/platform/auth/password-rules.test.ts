import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonPhrases, commonWords } from './common-words.ts'
import { normalPassword, passwordBlockers, passwordMax, passwordMin } from './password-rules.ts'

// A generator of our own: the library's takes seconds to warm up for all of Unicode.
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 300 })
  .map((points) => String.fromCodePoint(...points))

const codes = (text: string, context: string[] = []) => passwordBlockers(text, context).map(({ code }) => code)

describe('A password', () => {
  test('of several words of one’s own is welcome, without signs or capitals', () => {
    for (const good of [
      'まどの そとに とんぼが 三匹 いた',
      'purple kettle by the frozen lake',
      'うめぼし七つ汽笛がきこえるよる',
      'tetsudou-mokei to neko no hige',
      'lemon island violin umbrella',
      '灯台守の娘は毎朝七時に窓を開ける',
      'kX9#vLq2!mZt7@pW',
    ])
      expect([good, codes(good)]).toEqual([good, []])
  })

  test('is counted in characters as people see them, not in bytes or halves', () => {
    expect(codes('𠮷野家で牛丼を食べた夜の帰り')).toEqual(['too-short'])
    expect(passwordBlockers('みじかい', [])).toEqual([{ code: 'too-short', have: 4 }])
    expect(codes('あ'.repeat(passwordMax + 1))).toEqual(['too-long'])
  })

  test('that repeats itself is refused', () => {
    for (const bad of [
      'aaaaaaaaaaaaaaaa',
      'abcabcabcabcabcabc',
      'ねこいぬねこいぬねこいぬねこいぬ',
      'kanikanikanikani!'.slice(0, 16),
    ])
      expect([bad, codes(bad)]).toEqual([bad, ['repeats']])
  })

  test('that follows the keyboard, the alphabet or the syllabary is refused', () => {
    for (const bad of [
      'qwertyuiopasdfghjkl',
      'abcdefghijklmnopq',
      '123456789012345',
      'poiuytrewqlkjhgfdsa',
      '1qaz2wsx3edc4rfv',
      'あいうえおかきくけこさしすせそ',
      'アイウエオカキクケコサシスセソ',
    ])
      expect([bad, codes(bad)]).toEqual([bad, ['sequence']])
  })

  test('of words that everybody knows is refused, also with digits for letters and a year at the end', () => {
    for (const bad of [
      'password password1',
      'P@ssw0rd2026!!!!',
      'iloveyou iloveyou2',
      'WelcomeWelcome2025',
      'adminadmin12345',
      'correct horse battery staple',
      'tobeornottobethatisthequestion',
      'いろはにほへとちりぬるを、2026',
      '雨ニモマケズ 風ニモマケズ',
      'ピアサポーターさくら2026',
      'monkey dragon 123456',
    ])
      expect([bad, codes(bad).length > 0]).toEqual([bad, true])
  })

  test('made of what anybody knows of the person is refused', () => {
    const context = ['hanako.yamada@example.jp', '見本市ピアサポート事業', '見本ピア', '山田 花子', 'やまだ はなこ']
    for (const bad of [
      'hanako.yamada@example.jp',
      'yamadahanako12345',
      '見本市ピアサポート事業 2026年',
      'やまだはなこやまだはなこ２０２６',
      'Hanako-Example-99',
    ])
      expect([bad, codes(bad, context).length > 0]).toEqual([bad, true])
    expect(codes('hanakoが すきな うどんは きつね', context)).toEqual([])
  })

  test('is never refused for its kinds of characters alone, and always gives the same answer', () => {
    const own = fc.array(fc.constantFrom(...'けふもまた森の奥へ向かう鹿を見た湖畔霧笛灯台夜汽車林檎蜜柑葡萄'), {
      minLength: passwordMin,
      maxLength: 60,
    })
    fc.assert(
      fc.property(own, (letters) => {
        fc.pre(new Set(letters).size >= 12)
        expect(codes(letters.join(''))).toEqual([])
      }),
    )
  })

  test('shorter than the limit is refused whatever it holds; no text breaks the rules', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.string(), { maxLength: 4 }), (text, context) => {
        const length = [...normalPassword(text)].length
        const found = codes(text, context)
        if (length < passwordMin) expect(found).toEqual(['too-short'])
        if (length > passwordMax) expect(found).toEqual(['too-long'])
        expect(codes(text, context)).toEqual(found)
      }),
    )
  })

  test('built of common words only is always refused', () => {
    const words = fc.array(fc.constantFrom(...commonWords), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '-', '', '_'), (parts, between) => {
        const text = parts.join(between)
        expect(codes(text)).not.toEqual([])
      }),
    )
  })

  test('the words and sentences of the list are written as they are compared', () => {
    for (const text of [...commonWords, ...commonPhrases]) {
      expect(text).toBe(text.toLowerCase())
      expect(text).not.toMatch(/[\s\-_.,、。ァ-ヶ]/)
    }
  })
})
