import type { VNode } from 'preact'
import { day } from '#kernel/calendar-day.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BarChart, CourseChart, MonthCalendar, StatusTag, Table } from '../index.ts'

const visits = [
  { day: '11月25日（水）', what: 'お茶会', where: 'きぬたの居場所', people: 2 },
  { day: '12月2日（水）', what: '園芸のお手伝い', where: '花のひろば', people: 1 },
]

const years = [
  { label: '令和6年度', value: 68, plan: 70 },
  { label: '令和7年度', value: 251, plan: 240 },
  { label: '令和8年度', value: 214, plan: 360 },
]

const feelings = [
  { value: 'bright', label: 'いい感じ' },
  { value: 'even', label: 'ふつう' },
  { value: 'low', label: '少しつらい' },
]

export const DataSamples = (props: { locale: Locale }): VNode => (
  <>
    <Tables />
    <Months locale={props.locale} />
    <Charts locale={props.locale} />
  </>
)

const Tables = (): VNode => (
  <>
    <Table
      caption="これからの活動"
      rows={visits}
      columns={[
        { head: '日', cell: (row) => row.day, rowHead: true },
        { head: '内容', cell: (row) => <a href="#visit">{row.what}</a> },
        { head: '場所', cell: (row) => row.where },
        { head: '人数', cell: (row) => `${row.people}人`, numeric: true },
      ]}
    />
    <Table
      wide
      caption="年度ごとの実績（横に動かせます）"
      rows={years}
      foot={{ label: '合計', value: 533, plan: 670 }}
      columns={[
        { head: '年度', cell: (row) => row.label, rowHead: true },
        { head: '派遣回数', cell: (row) => `${row.value}回`, numeric: true },
        { head: '計画', cell: (row) => `${row.plan}回`, numeric: true },
      ]}
    />
  </>
)

const Months = ({ locale }: { locale: Locale }): VNode => (
  <>
    <MonthCalendar
      month="2026-11"
      today={day('2026-11-22')}
      locale={locale}
      previousHref="#october"
      nextHref="#december"
      events={[
        { day: day('2026-11-25'), label: 'お茶会', time: '午後1時', href: '#tea' },
        {
          day: day('2026-11-25'),
          label: '打ち合わせ',
          time: '午後4時',
          tag: <StatusTag tone="waiting">調整中</StatusTag>,
        },
        { day: day('2026-11-03'), label: '防災のつどい', time: '午前10時', href: '#fair' },
      ]}
    />
    <MonthCalendar
      month="2026-12"
      today={day('2026-11-22')}
      locale={locale}
      previousHref="#november"
      nextHref="#january"
      events={[]}
      label="予定のない月"
    />
  </>
)

const Charts = ({ locale }: { locale: Locale }): VNode => (
  <>
    <BarChart
      id="visits"
      title="派遣回数と計画"
      description="年度ごとの派遣回数と、計画した回数。"
      bars={years}
      locale={locale}
      unit={(value) => `${value}回`}
    />
    <CourseChart
      id="course"
      title="あなたの気持ちのあゆみ"
      description="活動のあとの気持ち。"
      levels={feelings}
      points={[
        { label: '9月3日', level: 'low' },
        { label: '9月17日', level: 'even' },
        { label: '10月1日', level: null },
        { label: '10月15日', level: 'bright' },
      ]}
      pointHead="日"
      levelHead="気持ち"
      locale={locale}
    />
  </>
)
