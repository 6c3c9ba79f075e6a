import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { blankForm, Document, Form, TextField } from './index.ts'

const reader = { locale: 'ja', furigana: false, large: false, calm: false } as const

test('a whole document is rendered with its menu, its form and no inline style or script', () => {
  const html = render(
    Document({
      title: '申込み',
      reader,
      assets: { css: '/assets/a.css', js: '/assets/a.js', icon: '/assets/i.svg', theme: null },
      programme: { name: 'ひとばの事業', shortName: 'ひとば' },
      path: '/visits/1',
      nav: [{ href: '/visits', label: '活動' }],
      person: null,
      inbox: { href: '/inbox', unread: 2 },
      body: (
        <Form action="/visits" token="t" form={blankForm('ja')} submit="送る">
          <TextField form={blankForm('ja', { name: '"><script>' })} name="name" label="名前" required />
        </Form>
      ),
    }),
  )
  expect(html).toContain('<html lang="ja"')
  expect(html).toContain('aria-current="page"')
  expect(html).toContain('value="&quot;>&lt;script>"')
  expect(html).not.toMatch(/style=|<script>|onclick/)
})
