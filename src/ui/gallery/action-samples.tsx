import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, BackLink, Button, LinkButton, Pagination, PostButton, Steps, Tabs } from '../index.ts'

export const ActionSamples = (props: { locale: Locale }): VNode => (
  <>
    <BackLink href="#top">お誘いの一覧</BackLink>
    <Actions>
      <Button>参加したい</Button>
      <LinkButton href="#top">聞いてから決めたい</LinkButton>
      <PostButton action="/gallery" token="sample" kind="quiet">
        今回は見送ります
      </PostButton>
      <Button kind="careful">取り消す</Button>
    </Actions>
    <Tabs
      label="活動の見方"
      tabs={[
        { href: '#list', label: '一覧', current: true },
        { href: '#month', label: '月の予定', current: false },
        { href: '#ended', label: '終わったもの', current: false },
      ]}
    />
    <Steps locale={props.locale} now={1} steps={['内容をえらぶ', '日時の希望', '確かめて送る']} />
    <Pagination locale={props.locale} previous="#before" next="#after" page={2} last={5} />
  </>
)
