import { expect, test } from 'vitest'
import { safePath, safeUrl } from './safe-url.ts'

test.each(['/visits/1?page=2', 'https://example.jp/a', 'mailto:a@example.jp', 'tel:0300000000'])(
  '%s may be linked',
  (address) => {
    expect(safeUrl(address)).toBe(address)
  },
)

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:x',
  'data:text/html,x',
  '//evil.example',
  '/\\evil',
  'x',
  '',
])('%s may not', (address) => {
  expect(safeUrl(address)).toBeNull()
})

test('a path stays on this site', () => {
  expect(safePath('/offers')).toBe('/offers')
  expect(safePath('//evil.example')).toBeNull()
  expect(safePath('/a\nb')).toBeNull()
})
