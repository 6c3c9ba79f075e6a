import { afterEach, expect, test } from 'vitest'
import { openPress, type Press, type PressLimits, type PressOrder } from './typst-press.ts'

const plain = '題'
const endless = '#let f() = { let x = 0; for i in range(100000) { for k in range(100000) { x += 1 } } }\n#f()'
const growing = '#let x = range(1000000000)\n題'

let press: Press
afterEach(() => press.close())
const open = (limits: Partial<PressLimits> = {}): void => {
  press = openPress({ ownMs: 3_000, ...limits })
}

const order = (programmeId: number, template: string, own: string | null = null): PressOrder => ({
  programmeId,
  own,
  job: {
    main: 'main.typ',
    files: { 'main.typ': `#set document(title: "題")\n#set text(font: "BIZ UDGothic", lang: "ja")\n${template}` },
  },
})
const timed = async (one: PressOrder) => {
  const before = performance.now()
  const outcome = await press.compile(one)
  return { outcome, took: performance.now() - before }
}

test('an endless template of one programme holds up no document of another', async () => {
  open()
  const held = timed(order(1, endless, 'endless'))
  await timed(order(2, plain))
  const others = await Promise.all([2, 3, 4, 3].map((programmeId) => timed(order(programmeId, plain))))
  expect(others.map(({ outcome }) => typeof outcome === 'object' && outcome.kind)).toEqual(['pdf', 'pdf', 'pdf', 'pdf'])
  expect(Math.max(...others.map(({ took }) => took))).toBeLessThan(1_000)
  const { outcome, took } = await held
  expect(outcome).toMatchObject({ kind: 'fault', fault: { message: 'it did not come to an end' } })
  expect(took).toBeGreaterThan(2_900)
})

test('nor do many of them, since templates of programmes never take the last process', async () => {
  open()
  const held = [1, 5, 6].map((programmeId) => timed(order(programmeId, endless, `endless ${programmeId}`)))
  await timed(order(2, plain))
  const other = await timed(order(2, plain))
  expect(other.outcome).toMatchObject({ kind: 'pdf' })
  expect(other.took).toBeLessThan(1_000)
  press.close()
  await held[0]
})

test('one that never ended is not tried again for a while', async () => {
  open({ restMs: 2_000 })
  const first = await timed(order(1, endless, 'mark'))
  const again = await timed(order(1, endless, 'mark'))
  expect(again.outcome).toEqual(first.outcome)
  expect(again.took).toBeLessThan(100)
  expect(await press.compile(order(1, plain, 'another mark'))).toMatchObject({ kind: 'pdf' })
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(await press.compile(order(1, plain, 'mark'))).toMatchObject({ kind: 'pdf' })
})

test('one that grows without end is stopped while it grows, and the next document is pressed', async () => {
  open({ mostBytes: 500_000_000, ownMs: 30_000 })
  const grown = await timed(order(1, growing, 'growing'))
  expect(grown.outcome).toMatchObject({ kind: 'fault', fault: { message: 'it took up too much memory' } })
  expect(grown.took).toBeLessThan(10_000)
  expect(await press.compile(order(1, plain))).toMatchObject({ kind: 'pdf' })
})

test('a programme has one document at a time, and only so many wait; another’s are taken all the same', async () => {
  open({ waiting: { ofEach: 2, ofAll: 10 } })
  const many = [1, 2, 3, 4].map(() => press.compile(order(1, plain)))
  const other = press.compile(order(2, plain))
  const outcomes = await Promise.all([...many, other])
  expect(outcomes.map((one) => (one === 'busy' ? one : one.kind))).toEqual(['pdf', 'pdf', 'pdf', 'busy', 'pdf'])
  expect(await press.compile(order(1, plain))).toMatchObject({ kind: 'pdf' })
})
