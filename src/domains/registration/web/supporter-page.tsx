import type { VNode } from 'preact'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, BackLink, DefinitionList, Heading, LinkButton, Name, Notice, Small } from '#ui/index.ts'
import type { ShownSheet } from '../actions/show-sheet.ts'
import type { StepName } from '../core/sheet-steps.ts'
import { pauseText } from './pause-notice.tsx'
import { registrationPaths as paths } from './paths.ts'
import { SheetView } from './sheet-view.tsx'
import { registrationWords } from './staff-words.ts'
import { stepWords } from './step-words.ts'
import type { StepFacts } from './steps/step.ts'

interface Props {
  locale: Locale
  called: { id: string; name: string; kana: string }
  shown: ShownSheet
  facts: StepFacts
  ended: boolean
}

/** A supporter's sheet as staff see it, and what they may write down there. */
export const SupporterPage = ({ locale, called, shown, facts, ended }: Props): VNode => {
  const t = registrationWords[locale]
  const { supporter, looker, pause } = shown
  const coordinates = looker.role === 'coordinator'
  const steps = stepWords[locale].steps
  const edit =
    looker.mayRecord && !ended
      ? (step: StepName) => ({ href: paths.step(called.id, step), text: t.record(steps[step]) })
      : null
  return (
    <>
      <BackLink href={paths.list}>{t.back}</BackLink>
      <Heading above={t.sheetOf}>
        <Name name={called.name} kana={called.kana} />
      </Heading>
      {pause && looker.mayRecord && <Notice tone="attention">{pauseText(pause, locale)}</Notice>}
      <DefinitionList
        items={[
          supporter.registeredOn && { term: t.registeredOn, value: formatDayLong(supporter.registeredOn, locale) },
          supporter.endedOn && { term: t.endedOn, value: formatDayLong(supporter.endedOn, locale) },
        ]}
      />
      <Actions>
        {looker.mayRecord && !ended && (
          <LinkButton href={paths.pauseOf(called.id)}>{pause ? t.resumeAsTold : t.pauseAsTold}</LinkButton>
        )}
        {coordinates && <LinkButton href={paths.links(called.id)}>{t.meant}</LinkButton>}
        {coordinates && !ended && (
          <LinkButton href={paths.end(called.id)} kind="quiet">
            {t.end}
          </LinkButton>
        )}
      </Actions>
      <SheetView sheet={shown.sheet} steps={shown.steps} facts={facts} edit={edit} />
      {!shown.steps.includes('help') && <Small>{t.hiddenHelp}</Small>}
    </>
  )
}
