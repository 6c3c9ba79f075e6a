import type { VNode } from 'preact'
import {
  Actions,
  CrisisCard,
  LinkButton,
  listOf,
  Name,
  Notice,
  StaleEdit,
  type StaleField,
  valueOf,
} from '#ui/index.ts'
import { type Way, ways } from '../core/follow-up.ts'
import type { FollowUpPageProps, StaleForm } from './follow-up-page-props.ts'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

/** Somebody else gave it away or ended it first: both versions, and how what was written may still be kept. */
export const FollowUpStale = ({ page, stale }: { page: FollowUpPageProps; stale: StaleForm }): VNode => {
  const { locale, followUp, crisis } = page
  const t = followUpWords[locale]
  const unsaved = stale === 'close' && followUp.closedAt !== null
  return (
    <>
      <StaleEdit locale={locale} fields={stale === 'close' ? closeFields(page) : [assignField(page)]} />
      {stale === 'close' && !unsaved ? (
        <Notice tone="attention">
          {t.assigned}
          {followUp.assignee ? <Name name={followUp.assignee.name} kana={followUp.assignee.kana} /> : t.nobody}
        </Notice>
      ) : null}
      {unsaved ? (
        <>
          {crisis.urgent ? (
            <CrisisCard locale={locale} text={crisis.text} phone={crisis.phone} hours={crisis.hours} urgent />
          ) : null}
          <Notice tone="attention">{t.endedMeanwhile}</Notice>
          <Actions>
            <LinkButton href={carePaths.newFollowUp}>{t.add}</LinkButton>
          </Actions>
        </>
      ) : null}
    </>
  )
}

const closeFields = ({ locale, followUp, forms }: FollowUpPageProps): StaleField[] => {
  const t = followUpWords[locale]
  const form = forms.close
  const ending = followUp.notes?.ending
  const wayOf = (typed: string): string => ways.filter((way) => way === typed).map((way: Way) => t.ways[way])[0] ?? ''
  // Who may not read what was noted is told only that it has ended.
  const done = followUp.closedAt && !ending ? t.ended : (ending?.done ?? '')
  const noted = { how: ending ? t.ways[ending.how] : '', nextOn: ending?.nextOn ?? '' }
  const hidden = followUp.closedAt !== null && !ending
  return [
    { label: t.done, mine: valueOf(form, 'done'), theirs: done },
    ...(hidden
      ? []
      : [
          { label: t.how, mine: wayOf(valueOf(form, 'how')), theirs: noted.how },
          { label: t.nextOn, mine: valueOf(form, 'next_on'), theirs: noted.nextOn },
        ]),
  ]
}

const assignField = ({ locale, followUp, forms, staff }: FollowUpPageProps): StaleField => {
  const t = followUpWords[locale]
  const chosen = staff.find(({ id }) => listOf(forms.assign, 'staff_id').includes(id))
  const now = followUp.assignee?.name ?? t.nobody
  return { label: t.assignee, mine: chosen?.name ?? '', theirs: followUp.closedAt ? t.ended : now }
}
