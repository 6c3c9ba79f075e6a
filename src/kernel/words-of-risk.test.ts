import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasWordsOfRisk } from './words-of-risk.ts'

test.each([
  'もう死にたいです',
  'しにたい',
  'シニタイ',
  '死 に た い',
  '消えたいと思うことがある',
  'いなくなりたい。',
  '昨日リスカしてしまった',
  'ﾘｽﾄｶｯﾄ',
  '薬を大量に飲んだ',
  'ＯＤした',
  'I want to die.',
  'I WANT TO  DIE',
  'I don’t want to live any more',
  'thinking about suicide',
  'I cut myself again',
])('「%s」 is a cry for help', (text) => {
  expect(hasWordsOfRisk(text)).toBe(true)
})

test.each([
  '',
  'とても楽しかったです。また行きたいです。',
  '少し疲れました。',
  '映画を見にいきたい',
  '緊張がきえて、話せました',
  '必死に練習しました',
  'アリスカフェで手首をつかまれて驚いた',
  'よけいなことに首をつっこまない',
  'この役はもう終わりにしたい',
  'I was tired, but I want to go again.',
  'The diet talk was good.',
])('「%s」 is not', (text) => {
  expect(hasWordsOfRisk(text)).toBe(false)
})

test('whatever stands around it, and wherever it is cut by spaces, the word is found', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom('死にたい', '消えたい', '自殺'), (before, after, word) => {
      expect(hasWordsOfRisk(`${before}\n${[...word].join(' ')}\n${after}`)).toBe(true)
    }),
  )
})

test('one of several texts is enough', () => {
  expect(hasWordsOfRisk('よかった', '', '死にたい')).toBe(true)
})
