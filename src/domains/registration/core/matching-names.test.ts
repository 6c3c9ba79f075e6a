import { describe, expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import { finderOf } from './matching-names.ts'

const fold = (text: string) => text.replaceAll(' ', '').toLowerCase()
const find = finderOf(
  [
    { id: 'hanako', names: ['見本 花子', 'みほん はなこ', 'はなちゃん'] },
    { id: 'taro', names: ['見本 太郎', 'みほん たろう', ''] },
    { id: 'other-taro', names: ['別 太郎', 'みほん たろう', ''] },
  ],
  fold,
)

describe('of whom somebody speaks', () => {
  test('the whole name, its reading or what they are called', () => {
    expect(find('見本花子')).toBe('hanako')
    expect(find('みほん はなこ')).toBe('hanako')
    expect(find('はなちゃん')).toBe('hanako')
    expect(find('見本 花子さん')).toBe('hanako')
  })

  test('never a guess: part of a name, a name of two, or nothing', () => {
    expect(find('花子')).toBeNull()
    expect(find('みほん たろう')).toBeNull()
    expect(find('')).toBeNull()
  })

  test('a list is read line by line, each once', () => {
    expect(linesOf(' 花子\n太郎、花子\n\n')).toEqual(['花子', '太郎'])
  })
})
