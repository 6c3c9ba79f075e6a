import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { locales } from '#platform/i18n/reader.ts'
import { weeksOf } from './calendar.tsx'
import { Gallery } from './gallery/gallery.tsx'
import {
  BarChart,
  blankForm,
  Checkboxes,
  Faces,
  Form,
  MonthCalendar,
  Name,
  PostButton,
  refusedForm,
  StaleEdit,
  Table,
  TextField,
} from './index.ts'

describe('a refused form', () => {
  const form = refusedForm('ja', { name: 'x', days: ['tue', 'sat'] }, [
    { field: 'name', message: 'お名前を入力してください' },
    { field: 'days', message: '曜日を選んでください' },
    { field: '', message: '席が埋まりました' },
  ])
  const html = render(
    <Form action="/a" token="t" form={form} submit="送る" version={3}>
      <TextField form={form} name="name" label="お名前" hint="例" required />
      <Checkboxes
        form={form}
        name="days"
        label="曜日"
        choices={[
          { value: 'tue', label: '火' },
          { value: 'wed', label: '水' },
          { value: 'sat', label: '土' },
        ]}
      />
    </Form>,
  )

  test('leads from each error to its field, and says it again beside the field', () => {
    expect(html).toContain('role="alert" tabindex="-1" autofocus')
    for (const name of ['name', 'days']) {
      expect(html).toContain(`href="#${name}"`)
      expect(html).toContain(`id="${name}"`)
      expect(html).toContain(`id="${name}-error"`)
    }
    expect(html).toContain('aria-describedby="name-hint name-error"')
  })

  test('keeps what was typed and chosen', () => {
    expect(html).toMatch(/name="name"[^>]*value="x"/)
    expect([...html.matchAll(/value="(\w+)"[^>]*checked/g)].map((found) => found[1])).toEqual(['tue', 'sat'])
  })

  test('carries its token and the version that was edited', () => {
    expect(html).toContain('name="_token" value="t"')
    expect(html).toContain('name="_version" value="3"')
  })
})

test('two forms on a page do not share ids', () => {
  const field = (id: string) => render(<TextField form={blankForm('ja', {}, id)} name="note" label="ひとこと" />)
  expect(field('a')).toContain('id="a-note"')
  expect(field('b')).toContain('id="b-note"')
})

test('a feeling may be left unanswered, and that is what is chosen at first', () => {
  const html = render(
    <Faces
      form={blankForm('ja')}
      name="feeling"
      label="気持ち"
      faces={[{ value: 'calm', face: 'calm', label: 'おだやか' }]}
    />,
  )
  expect(html).toMatch(/ value (?:id="feeling" )?checked/)
  expect(html).toContain('答えない')
})

test('a button that posts carries its fields', () => {
  const html = render(
    <PostButton action="/offers/1/answer" token="t" fields={{ answer: 'no' }}>
      今回は見送ります
    </PostButton>,
  )
  expect(html).toContain('name="answer" value="no"')
})

describe('a month', () => {
  test('begins on Monday and holds every day once', () => {
    const days = weeksOf('2026-11').flat()
    expect(days[0]).toBe('2026-10-26')
    expect(days.filter((each) => each.startsWith('2026-11'))).toHaveLength(30)
    expect(weeksOf('2026-02')).toHaveLength(5)
  })

  test('names its era, its holidays, and says so where nothing is planned', () => {
    const html = render(
      <MonthCalendar
        month="2026-11"
        today={day('2026-11-22')}
        events={[]}
        locale="ja"
        previousHref="/p"
        nextHref="/n"
      />,
    )
    expect(html).toContain('令和8年（2026年）11月の予定')
    expect(html).toContain('勤労感謝の日')
    expect(html).toContain('予定はまだありません')
  })
})

test('a chart says in words what it draws, and gives the same numbers as a table', () => {
  const html = render(
    <BarChart
      id="c"
      title="派遣回数"
      description="年度ごと。"
      bars={[{ label: '令和8年度', value: 214, plan: 360 }]}
      locale="ja"
      unit={(value) => `${value}回`}
    />,
  )
  expect(html).toContain('<desc id="c-desc">年度ごと。 令和8年度 214回（計画 360回）</desc>')
  expect(html).toContain('<td role="cell" data-head="計画" class="num">360回</td>')
})

test('a table keeps its meaning when it stacks', () => {
  const html = render(
    <Table
      caption="表"
      rows={[{ a: '1' }]}
      columns={[{ head: '名', cell: (row: { a: string }) => row.a, rowHead: true }]}
    />,
  )
  expect(html).toContain('<th scope="row" role="rowheader">1</th>')
})

test('a stale edit shows only what differs, both sides', () => {
  const html = render(
    <StaleEdit
      locale="ja"
      fields={[
        { label: '同じ', mine: 'a', theirs: 'a' },
        { label: '違う', mine: 'b', theirs: '' },
      ]}
    />,
  )
  expect(html).not.toContain('同じ</h3>')
  expect(html).toContain('（なし）')
})

test('a name carries its stored reading for furigana, and nothing where there is none', () => {
  expect(render(<Name name="見本 花子" kana="みほん はなこ" />)).toContain('data-no-ruby')
  expect(render(<Name name="見本 花子" kana="" />)).not.toContain('data-reading')
})

test.each(locales)('every component renders in %s without inline styles or scripts', (locale) => {
  expect(render(<Gallery locale={locale} />)).not.toMatch(/ style=|<script|undefined|\[object/)
})
