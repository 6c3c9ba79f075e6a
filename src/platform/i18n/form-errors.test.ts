import { expect, test } from 'vitest'
import { z } from 'zod'
import { formErrors } from './form-errors.ts'

const schema = z.object({
  name: z.string().min(1),
  email: z.email(),
  people: z.coerce.number().int().min(1).max(3),
  slots: z.array(z.string()).min(1),
  kind: z.enum(['walk', 'talk']),
  story: z.string().max(5),
  day: z.iso.date(),
})
const labels = {
  name: 'お名前',
  email: 'メール',
  people: '人数',
  slots: '候補日',
  kind: '活動',
  story: 'ひとこと',
  day: '日付',
}
const wrong = { name: '', email: 'x', people: '9', slots: [], kind: 'run', story: '長すぎる文章', day: '11/22' }

const errorsOf = (locale: 'ja' | 'en' | 'easy', typed: unknown = wrong) => {
  const parsed = schema.safeParse(typed)
  return parsed.error ? formErrors(parsed.error, labels, locale) : []
}

test('each wrong field gets one sentence that says what to do', () => {
  expect(errorsOf('ja')).toEqual([
    { field: 'name', message: 'お名前を入力してください' },
    { field: 'email', message: 'メールは name@example.jp の形で入力してください' },
    { field: 'people', message: '人数は3以下で入力してください' },
    { field: 'slots', message: '候補日を選んでください' },
    { field: 'kind', message: '活動を選んでください' },
    { field: 'story', message: 'ひとことは5文字までで入力してください' },
    { field: 'day', message: '日付は年月日で入力してください（例：2026-11-22）' },
  ])
})

test('what is missing is asked for, and what is no number is asked for as a number', () => {
  expect(errorsOf('ja', { people: 'three' }).map((error) => error.message)).toContain(
    '人数は数字で入力してください（例：3）',
  )
  expect(errorsOf('en', {}).map((error) => error.message)).toContain('Please enter: お名前')
})

test('easy Japanese has its own sentences', () => {
  expect(errorsOf('easy')[0]?.message).toBe('「お名前」を 書いてください')
})

test('a sentence of the schema itself is shown as it is', () => {
  const own = z
    .object({ to: z.string().refine(() => false, '終わりは始まりよりあとにしてください') })
    .safeParse({ to: '' })
  expect(own.error && formErrors(own.error, { to: '終わり' }, 'ja')).toEqual([
    { field: 'to', message: '終わりは始まりよりあとにしてください' },
  ])
})
