import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, Form, type FormState, List, PostButton, Radios, Section } from '#ui/index.ts'
import { mergeAnswers } from '../core/merge-question.ts'
import type { MergeBlocker } from '../core/merging.ts'
import type { MergeQuestion } from '../data/merge-questions.ts'
import { doublesWords } from './doubles-words.ts'
import { peoplePaths } from './paths.ts'
import { ToldFields } from './told-form.tsx'

interface Props {
  locale: Locale
  zone: string
  pair: readonly [string, string]
  questions: readonly MergeQuestion[]
  blockers: readonly MergeBlocker[]
  form: FormState
  token: () => string
}

/** What whoever signs in was asked about the other record, and what they said. */
export const HolderSection = (props: Props): VNode | null => {
  const { locale, zone, pair, questions, blockers, token } = props
  const t = doublesWords[locale]
  const mayAsk = blockers.some(({ kind }) => kind === 'holder_not_asked' || kind === 'holder_said_no')
  const saidTwo = blockers.some(({ kind }) => kind === 'said_not_same' || kind === 'both_sign_in')
  if (saidTwo || (!mayAsk && questions.length === 0)) return null
  return (
    <Section title={t.holderTitle}>
      <p>{t.holderLead}</p>
      <List items={questions.map((question) => ({ title: stateText(question, locale, zone) }))} />
      {mayAsk ? (
        <Actions>
          <PostButton action={peoplePaths.askHolders(...pair)} token={token()} kind="primary">
            {questions.length === 0 ? t.ask : t.askAgain}
          </PostButton>
        </Actions>
      ) : null}
      {questions.some(({ answer }) => answer !== 'not_me') ? <Told section={props} /> : null}
    </Section>
  )
}

/** How far a question has come, in words. */
export const stateText = ({ askedAt, until, answer }: MergeQuestion, locale: Locale, zone: string): string => {
  const t = doublesWords[locale]
  const asked = t.askedOn(formatDayLong(dayIn(askedAt, zone), locale))
  return answer === null ? `${asked} ${t.waitsUntil(formatDayLong(until, locale))}` : `${asked} ${t.answers[answer]}`
}

// Said by telephone, or at the desk.
const Told = ({ section: { locale, pair, questions, form, token } }: { section: Props }): VNode => {
  const t = doublesWords[locale]
  const [open] = questions.filter(({ answer }) => answer !== 'not_me')
  return (
    <Form
      action={peoplePaths.holderTold(...holderFirst(pair, open?.holder))}
      token={token()}
      form={form}
      submit={t.recordAnswer}
      submitKind="secondary"
    >
      <Radios
        form={form}
        name="answer"
        label={t.heard}
        required
        choices={mergeAnswers.map((value) => ({ value, label: t.answerChoices[value] }))}
      />
      <ToldFields locale={locale} form={form} />
    </Form>
  )
}

const holderFirst = ([one, other]: readonly [string, string], holder: string | undefined): [string, string] =>
  holder === other ? [other, one] : [one, other]
