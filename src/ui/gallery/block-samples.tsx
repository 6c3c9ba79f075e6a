import type { VNode } from 'preact'
import { day } from '#kernel/calendar-day.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Bullets,
  Card,
  Cards,
  CrisisCard,
  Day,
  DefinitionList,
  EmptyState,
  Fold,
  LinkButton,
  List,
  Name,
  Notice,
  OwnWords,
  Small,
  Span,
  StatusTag,
  SubHeading,
  Time,
} from '../index.ts'

const zone = 'Asia/Tokyo'
const from = new Date('2026-11-25T04:00:00Z')
const to = new Date('2026-11-25T06:00:00Z')
const numbers = 'こころの健康相談 0570-064-556\nよりそいホットライン 0120-279-338（24時間）'

export const BlockSamples = (props: { locale: Locale }): VNode => (
  <>
    <Notice>打ち合わせの前の日に、もう一度お知らせします。</Notice>
    <Notice tone="good" title="お返事を受け取りました">
      <p>ありがとうございます。コーディネーターから連絡します。</p>
    </Notice>
    <Notice tone="attention">日時が変わりました。もう一度お返事をいただけますか。</Notice>
    <Notice tone="problem">この予定は、ほかの予定と重なっています。</Notice>
    <p>
      <StatusTag>下書き</StatusTag> <StatusTag tone="waiting">お返事を待っています</StatusTag>{' '}
      <StatusTag tone="good">決まりました</StatusTag> <StatusTag tone="attention">確認をお願いします</StatusTag>{' '}
      <StatusTag tone="ended">終わりました</StatusTag>
    </p>
    <Facts locale={props.locale} />
    <SubHeading>カード</SubHeading>
    <Cards>
      <Card title="ほっとスペースきた" href="#card" tag={<StatusTag tone="good">予約なし</StatusTag>}>
        <p>毎週火曜日の午後に開いています。お茶を飲んで帰るだけでもかまいません。</p>
      </Card>
      <Card title="夜のオンライン語り場" quiet>
        <p>顔を出さずに参加できます。</p>
      </Card>
    </Cards>
    <List
      items={[
        {
          title: 'お茶会にいるだけのピア',
          href: '#one',
          lines: ['11月25日（水）午後1時〜午後3時', 'きぬたの居場所'],
          tag: <StatusTag tone="waiting">お返事を待っています</StatusTag>,
        },
        {
          title: '園芸のお手伝い',
          href: '#two',
          lines: ['12月2日（水）午前10時〜正午'],
          tag: <StatusTag tone="good">決まりました</StatusTag>,
        },
        { title: 'リンクのない行' },
      ]}
    />
    <List ordered items={[{ title: 'はじめにすること' }, { title: '次にすること' }]} />
    <Bullets items={['遅れてもかまいません', '途中で帰ってもかまいません']} />
    <EmptyState action={<LinkButton href="#menu">活動メニューを見る</LinkButton>}>
      いま届いているお誘いはありません。届いたらお知らせします。
    </EmptyState>
    <Fold summary="くわしく見る">
      <p>折りたたんだ内容です。</p>
    </Fold>
    <CrisisCard locale={props.locale} text={numbers} phone="03-0000-0000" hours="平日 午前8時30分〜午後5時" />
    <CrisisCard locale={props.locale} text={numbers} urgent />
  </>
)

const Facts = (props: { locale: Locale }): VNode => (
  <>
    <DefinitionList
      items={[
        { term: 'お名前', value: <Name name="見本 花子" kana="みほん はなこ" /> },
        { term: 'いつ', value: <Span from={from} to={to} zone={zone} locale={props.locale} /> },
        { term: '返事の期限', value: <Day day={day('2026-11-24')} locale={props.locale} long /> },
        { term: '届いた日時', value: <Time at={from} zone={zone} locale={props.locale} /> },
        { term: 'ひとこと', value: <OwnWords text={'はじめてなので少し緊張しています。\nよろしくお願いします。'} /> },
        { term: '空の項目は出ません', value: '' },
      ]}
    />
    <Small>小さな補足の文です。</Small>
  </>
)
