import type { ComponentChildren, VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Heading, Lead, Section } from '../index.ts'
import { ActionSamples } from './action-samples.tsx'
import { BlockSamples } from './block-samples.tsx'
import { DataSamples } from './data-samples.tsx'
import { FormSamples } from './form-samples.tsx'
import { SheetSample } from './sheet-sample.tsx'

/** Every component in all its states, for looking at and for axe. Only where sample data runs. */
export const Gallery = (props: { locale: Locale }): VNode => (
  <>
    <Heading above="src/ui">部品の見本</Heading>
    <Lead>画面の部品を、すべての状態でならべています。お試し用の環境とテストだけで開けます。</Lead>
    <Part title="ボタンと移動">
      <ActionSamples locale={props.locale} />
    </Part>
    <Part title="お知らせ・カード・一覧">
      <BlockSamples locale={props.locale} />
    </Part>
    <Part title="入力">
      <FormSamples locale={props.locale} />
    </Part>
    <Part title="表・予定・図">
      <DataSamples locale={props.locale} />
    </Part>
    <Part title="紙に出すもの">
      <SheetSample locale={props.locale} />
    </Part>
  </>
)

const Part = (props: { title: string; children: ComponentChildren }): VNode => (
  <Section title={props.title}>{props.children}</Section>
)
