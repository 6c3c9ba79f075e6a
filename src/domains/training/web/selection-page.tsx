import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { formatDay, formatInstant } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Name,
  PostButton,
  Section,
  Small,
} from '#ui/index.ts'
import type { ApplicationStatus } from '../core/application-status.ts'
import { inOrder } from '../core/waiting-list.ts'
import type { Application } from '../data/applications.ts'
import type { Run } from '../data/runs.ts'
import { applicationPaths, runPaths } from './paths.ts'
import { runWords } from './run-words.ts'
import { selectionWords } from './selection-words.ts'

interface Props {
  locale: Locale
  zone: string
  run: Run
  applications: readonly Application[]
  until: ReadonlyMap<string, CalendarDay>
  seatsTaken: number
  form: FormState
  token: () => string
}

const groups: readonly ApplicationStatus[] = [
  'submitted',
  'offered',
  'accepted',
  'waiting',
  'draft',
  'declined',
  'not_this_time',
  'withdrawn',
]

/** Who applied, by where it stands; nobody above anybody. */
export const SelectionPage = (props: Props): VNode => {
  const { locale, zone, run, applications } = props
  const t = selectionWords[locale]
  return (
    <>
      <BackLink href={runPaths.run(run.id)}>{run.name}</BackLink>
      <Heading above={run.name}>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <ErrorSummary form={props.form} />
      <DefinitionList
        items={[
          { term: t.order, value: runWords[locale].orders[run.order] },
          { term: runWords[locale].seats, value: t.seats(props.seatsTaken, run.capacity) },
          run.drawnAt ? { term: t.drawnAt, value: formatInstant(run.drawnAt, zone, locale) } : null,
          run.lotterySeed ? { term: t.seed, value: `${run.lotterySeed} ${t.seedHint}` } : null,
        ]}
      />
      <Actions>
        {run.order === 'lottery' && run.drawnAt === null && (
          <PostButton action={runPaths.draw(run.id)} token={props.token()}>
            {t.draw}
          </PostButton>
        )}
        {run.order !== 'selection' && (
          <PostButton action={runPaths.inOrder(run.id)} token={props.token()} kind="primary">
            {t.inOrder}
          </PostButton>
        )}
        <LinkButton href={runPaths.tell(run.id)}>{t.tell}</LinkButton>
      </Actions>
      {applications.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {groups.map((status) => group(props, status))}
    </>
  )
}

const group = ({ locale, applications, until }: Props, status: ApplicationStatus): VNode | null => {
  const t = selectionWords[locale]
  const these = applications.filter((one) => one.status === status)
  if (these.length === 0) return null
  const shown = status === 'waiting' ? inOrder(these).flat() : these
  return (
    <Section title={t.groups[status]}>
      {status === 'waiting' && <Small>{t.waitingHint}</Small>}
      <List
        ordered={status === 'waiting'}
        items={shown.map((one) => {
          const day = until.get(one.id)
          const named = these.find(({ id }) => id === one.id)
          return {
            title: <Name name={named?.name ?? ''} kana={named?.kana} />,
            href: applicationPaths.application(one.id),
            lines: [
              [
                named?.placeName,
                one.pairId ? t.pair : '',
                status === 'draft' && named?.via === 'office' ? t.byOffice : '',
              ]
                .filter(Boolean)
                .join(t.join),
              day ? t.until(formatDay(day, locale)) : '',
            ],
          }
        })}
      />
    </Section>
  )
}
