import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded } from '#domains/people/index.ts'
import { readOnlineList } from './online-list.ts'
import { matchRoll, type OnRoll } from './roll.ts'

const rowsOf = (text: string) => {
  const read = readOnlineList(text)
  return 'rows' in read ? read.rows : read.trouble.kind
}

describe('a pasted participants’ list', () => {
  test('of a report in English, with somebody who came back', () => {
    const report = [
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest',
      '"青葉, みのり",a@example.jp,11/24/2026 01:00:00 PM,11/24/2026 01:40:00 PM,40,Yes',
      'はなちゃん,,11/24/2026 01:05:00 PM,11/24/2026 02:30:00 PM,85,Yes',
      '"青葉, みのり",a@example.jp,11/24/2026 01:45:00 PM,11/24/2026 02:30:00 PM,45,Yes',
    ].join('\r\n')
    expect(rowsOf(report)).toEqual([
      { name: '青葉, みのり', joined: '11/24/2026 01:00:00 PM', left: '11/24/2026 02:30:00 PM', minutes: 85 },
      { name: 'はなちゃん', joined: '11/24/2026 01:05:00 PM', left: '11/24/2026 02:30:00 PM', minutes: 85 },
    ])
  })

  test('in Japanese, with tabs and lines above the headings', () => {
    const report = 'ミーティングID\t123\n名前（元の名前）\t参加時刻\t退出時刻\t期間（分）\n白川 陽\t13:00\t14:30\t９０'
    expect(rowsOf(report)).toEqual([{ name: '白川 陽', joined: '13:00', left: '14:30', minutes: 90 }])
  })

  test('only names, one a line', () => {
    expect(rowsOf('青葉 みのり\n\n  はなちゃん  \n')).toEqual([
      { name: '青葉 みのり', joined: '', left: '', minutes: null },
      { name: 'はなちゃん', joined: '', left: '', minutes: null },
    ])
  })

  test.each([
    ['', 'empty'],
    [' \n\t\n', 'empty'],
    ['---\n***', 'no_names'],
    ['名前,参加時刻', 'no_names'],
    ['あ\n'.repeat(501), 'too_long'],
    ['あ'.repeat(100_001), 'too_long'],
  ])('that says nothing gives a reason (%#)', (text, kind) => {
    expect(rowsOf(text)).toBe(kind)
  })

  test('any text gives rows with names, or one reason', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('名前', 'Name', 'Join Time', '"', ',', '\t', '\n', '\r\n', '1', '青葉', '（', '）'), {
          maxLength: 60,
        })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readOnlineList(text)
        if ('trouble' in read) expect(['empty', 'too_long', 'no_names']).toContain(read.trouble.kind)
        else expect(read.rows.length > 0 && read.rows.every(({ name }) => name.trim() !== '')).toBe(true)
        if ('rows' in read) expect(matchRoll(read.rows, roll, folded)).toHaveLength(read.rows.length)
      }),
    )
  })
})

const roll: OnRoll[] = [
  { id: 'a', name: '青葉 みのり（見本）', kana: 'あおば みのり', nickname: '' },
  { id: 'b', name: '白川 陽', kana: 'しらかわ よう', nickname: 'はな' },
  { id: 'c', name: '森下 花', kana: 'もりした はな', nickname: '' },
  { id: 'd', name: '朝日 晴', kana: 'あさひ はる', nickname: 'はる' },
  { id: 'e', name: '野原 晴', kana: 'のはら はる', nickname: 'はる' },
]

describe('who is meant', () => {
  test.each([
    ['青葉みのり', 'a'],
    ['アオバ　ミノリ', 'a'],
    ['ｱｵﾊﾞ ﾐﾉﾘ', 'a'],
    ['みのりん（青葉 みのり）', 'a'],
    ['ハナ', 'b'],
    ['森下花', 'c'],
    ['はる', null],
    ['はる（野原 晴）', null],
    ['野原 晴', 'e'],
    ['青葉', null],
    ['iPhone', null],
    ['見本', null],
  ])('%s is %s', (name, personId) => {
    expect(matchRoll([{ name }], roll, folded)).toEqual([{ row: { name }, personId }])
  })

  test('nobody is found by a name that two share', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const twice = [1, 2].map((id) => ({ id: String(id), name, kana: '', nickname: '' }))
        expect(matchRoll([{ name }], twice, folded)[0]?.personId).toBeNull()
      }),
    )
  })
})
