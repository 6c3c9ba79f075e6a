import { expect, test } from 'vitest'
import type { PublicCall } from '#platform/http/call.ts'
import { readerRoutes } from './reader-routes.tsx'

const post = readerRoutes.find((route) => route.method === 'POST')

const press = async (typed: Record<string, string | string[]>) => {
  const call: Pick<PublicCall, 'reader' | 'form' | 'query'> = {
    reader: { locale: 'ja', furigana: true, large: true, calm: false },
    query: new URLSearchParams(),
    form: {
      values: typed,
      text: (name) => String(typed[name] ?? ''),
      list: (name) => [typed[name] ?? []].flat(),
      file: async () => null,
    },
  }
  const reply = await post?.handle(call as PublicCall)
  if (reply?.kind !== 'redirect') throw new Error('not a redirect')
  return { to: reply.to, cookie: reply.cookies?.[0]?.split(';')[0] }
}

test('a quick switch changes one thing and leads back', async () => {
  expect(await press({ furigana: 'off', back: '/visits?page=2' })).toEqual({
    to: '/visits?page=2',
    cookie: 'reading=ja.large',
  })
  expect(await press({ locale: 'easy', back: '/' })).toEqual({ to: '/', cookie: 'reading=easy.furigana.large' })
})

test('the page of settings sets everything', async () => {
  expect((await press({ all: 'yes', locale: 'en', marks: ['calm'], back: '/' })).cookie).toBe('reading=en.calm')
})

test('nobody is led elsewhere', async () => {
  for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/reading?back=/', '']) {
    expect((await press({ back })).to).toBe('/')
  }
})
