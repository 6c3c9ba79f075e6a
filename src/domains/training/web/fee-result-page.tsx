import type { ComponentChildren, VNode } from 'preact'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  blankForm,
  Bullets,
  Card,
  DateField,
  DefinitionList,
  FilterForm,
  LinkButton,
  Notice,
  Section,
  Small,
  StatusTag,
  SubHeading,
} from '#ui/index.ts'
import type { FeeAnswer } from '../core/fee-supplement.ts'
import { feeNames } from './fee-names.ts'
import { feePaths as paths } from './fee-paths.ts'
import type { FeeResult } from './fee-result.ts'
import { feeResultWords } from './fee-result-words.ts'

const tones = { holds: 'good', not_yet: 'waiting', cannot_be_said: 'neutral' } as const
const stateTones = { met: 'good', not_met: 'waiting', unknown: 'neutral' } as const

const AnswerTag = ({ locale, answer }: { locale: Locale; answer: FeeAnswer['answer'] }): VNode => (
  <StatusTag tone={tones[answer]}>{feeResultWords[locale].answers[answer]}</StatusTag>
)

/** The day that is looked at, to choose another. */
export const DayChooser = (props: { locale: Locale; action: string; on: string }): VNode => {
  const t = feeResultWords[props.locale]
  return (
    <FilterForm action={props.action} submit={t.look}>
      <DateField form={blankForm(props.locale, { on: props.on })} name="on" label={t.day} required unmarked />
    </FilterForm>
  )
}

interface PartsProps {
  locale: Locale
  result: FeeResult
  /** 3 where the supplement itself is a heading on a page of several. */
  level?: 3
}

/** Holds, does not yet, cannot be said; what is missing; what to ask the authority. */
export const ResultParts = ({ locale, result, level }: PartsProps): VNode => {
  const t = feeResultWords[locale]
  const { rule, missing, conditions, counted } = result
  return (
    <>
      <Notice tone={result.answer === 'holds' ? 'good' : 'info'}>{result.sentence}</Notice>
      {missing.length > 0 && (
        <Part title={t.missingTitle} level={level}>
          <Bullets items={missing} />
        </Part>
      )}
      {counted.length > 0 && <p>{t.counted(counted)}</p>}
      {conditions.length > 0 && (
        <Part title={t.conditionsTitle} level={level}>
          <DefinitionList
            items={conditions.map(({ condition, state }) => ({
              term: t.conditions[condition],
              value: <StatusTag tone={stateTones[state]}>{t.states[state]}</StatusTag>,
            }))}
          />
        </Part>
      )}
      {rule && (
        <Notice tone="attention" title={t.askTitle}>
          <p>{t.askLead}</p>
          <Bullets items={rule.unverified.map((one) => t.unverified[one])} />
        </Notice>
      )}
      {rule && <RuleFacts locale={locale} rule={rule} />}
    </>
  )
}

const Part = (props: { title: string; level: 3 | undefined; children: ComponentChildren }): VNode =>
  props.level === 3 ? (
    <>
      <SubHeading>{props.title}</SubHeading>
      {props.children}
    </>
  ) : (
    <Section title={props.title}>{props.children}</Section>
  )

const RuleFacts = ({ locale, rule }: { locale: Locale; rule: NonNullable<FeeResult['rule']> }): VNode => {
  const t = feeResultWords[locale]
  const days = `${formatDayLong(rule.from, locale)}〜${formatDayLong(rule.until, locale)}`
  return (
    <DefinitionList
      items={[
        { term: t.amount, value: t.units(rule.unitsPerMonth) },
        { term: t.ruleDays, value: days },
        { term: t.source, value: <a href={rule.source}>{t.toSource}</a> },
      ]}
    />
  )
}

/** The three supplements as cards, each with its answer and the first thing that is missing. */
export const ResultCards = ({ locale, results }: { locale: Locale; results: readonly FeeResult[] }): VNode => (
  <>
    {results.map((result) => (
      <Card
        title={feeNames[locale].supplements[result.supplement]}
        href={paths.result(result.supplement)}
        tag={<AnswerTag locale={locale} answer={result.answer} />}
      >
        <Small>{result.missing[0] ?? result.sentence}</Small>
      </Card>
    ))}
  </>
)

export const EvidenceLinks = ({ locale, result }: { locale: Locale; result: FeeResult }): VNode => {
  const t = feeResultWords[locale]
  return (
    <Actions>
      <LinkButton href={paths.pdfOn(result.supplement, result.on)}>{t.pdf}</LinkButton>
      <LinkButton href={paths.printOn(result.supplement, result.on)}>{t.print}</LinkButton>
    </Actions>
  )
}
