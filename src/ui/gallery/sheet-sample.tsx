import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { DefinitionList, PrintSheet, PrintSheets, WriteHere } from '../index.ts'

export const SheetSample = (props: { locale: Locale }): VNode => (
  <>
    <OneSheet locale={props.locale} />
    <PrintSheets
      locale={props.locale}
      level={2}
      title="ピアサポーターのみなさんへ"
      from="見本の事業"
      foot="お問い合わせ 03-0000-0000"
      sheets={[<p>はじめの用紙です。</p>, <p>つづきの用紙です。</p>]}
    />
  </>
)

const OneSheet = (props: { locale: Locale }): VNode => (
  <PrintSheet
    locale={props.locale}
    level={2}
    title="ピアサポーターの訪問について"
    from="見本の事業"
    foot="お問い合わせ 03-0000-0000"
  >
    <p>ピアサポーターは、こころの病気の経験を生かして、同じ立場で話を聞く人です。職員や先生ではありません。</p>
    <DefinitionList
      items={[
        { term: '日時', value: '令和8年11月25日（水）午後1時〜午後3時' },
        { term: '場所', value: 'きぬたの居場所' },
      ]}
    />
    <WriteHere label="お返事（ご記入ください）" lines={3} />
  </PrintSheet>
)
