import type { ComponentChild } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDayLong, formatTimes } from '#platform/i18n/dates.ts'
import type { Call } from '#platform/http/call.ts'
import type { Spoken } from '#platform/i18n/spoken.ts'
import { listed, remarked } from '#platform/i18n/joined.ts'
import {
  Actions,
  BackLink,
  Bullets,
  CrisisCard,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Fold,
  Heading,
  Notice,
  OwnWords,
  PostButton,
  Section,
  StatusTag,
} from '#ui/index.ts'
import { stands } from '../core/visit-status.ts'
import type { VisitParticipant } from '../data/visit-full.ts'
import { Introduced } from './visit-introduced-part.tsx'
import { ThanksForm, ThanksSection } from './thanks-part.tsx'
import { seriesPaths } from './series-paths.ts'
import { toneOf } from './visit-list-page.tsx'
import { RecordForm, ReflectionSection } from './visit-notes-part.tsx'
import { FeelingsSeen, OwnAfter, OwnBefore } from './visit-feelings-part.tsx'
import type { VisitModel } from './visit-model.ts'
import { partsOf, type VisitPart, type VisitView } from './visit-order.ts'
import type { PartProps } from './visit-part.ts'
import { visitPaths } from './visit-paths.ts'
import { HoldForm, StaffForms } from './visit-staff-forms.tsx'
import { WhyTheyGo } from './visit-why-part.tsx'
import { seriesWords } from './words-series.ts'
import { visitWords } from './words-visit.ts'
import { visitStaffWords } from './words-visit-staff.ts'

export const VisitPage = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const { visit } = model
  const t = visitWords[locale]
  const staff = call.actor.role === 'coordinator' || model.goesAlong
  return (
    <>
      <BackLink href={visitPaths.list}>{t.back}</BackLink>
      <Heading
        above={formatDayLong(dayIn(visit.startsAt, call.zone), locale)}
        tag={<StatusTag tone={toneOf[visit.status]}>{t.status[visit.status]}</StatusTag>}
      >
        {visit.activityName[locale]}
      </Heading>
      {model.refusedApart && <ErrorSummary form={model.refusedApart} />}
      <MovedOn call={call} model={model} />
      {model.ifTheyStay}
      {partsOf(viewOf(call, model)).map((part) => {
        const Part = parts[part]
        return <Part call={call} model={model} />
      })}
      {staff || call.actor.role === 'supporter' ? (
        <CrisisCard
          locale={locale}
          text={call.programme.crisisCard}
          phone={call.programme.contactPhone}
          hours={call.programme.contactHours}
        />
      ) : null}
    </>
  )
}

const viewOf = (call: Call, { visit, goesAlong, feelings, thanks, records }: VisitModel): VisitView => {
  const own = (one: { personId: string }) => one.personId === call.actor.personId
  return {
    role: call.actor.role,
    goesAlong,
    status: visit.status,
    begun: visit.startsAt <= call.now,
    saidAfter: feelings.some((one) => own(one) && one.moment === 'after'),
    wordsSent: thanks.length > 0,
    wordsWait: thanks.some((one) => one.passedOnAt === null),
    recorded: records.some(own),
  }
}

const MovedOn = ({ call, model: { visit } }: PartProps) => {
  const { locale } = call.reader
  return (
    <>
      {visit.replacedBy && (
        <Notice>
          <a href={visitPaths.visit(visit.replacedBy)}>{visitWords[locale].movedOn}</a>
        </Notice>
      )}
      {visit.seriesId && (
        <p>
          <a href={seriesPaths.series(visit.seriesId)}>{seriesWords[locale].open}</a>
        </p>
      )}
    </>
  )
}

const Facts = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const { visit } = model
  const t = visitWords[locale]
  const named = (part: VisitParticipant['part']) =>
    visit.participants
      .filter((one) => one.part === part && one.leftAt === null)
      .flatMap((one) => model.called(one.personId) ?? [])
  const supporters = named('supporter')
  const companions = named('companion')
  return (
    <DefinitionList
      items={[
        { term: t.time, value: formatTimes(visit.startsAt, visit.endsAt, call.zone, locale) },
        { term: t.place, value: visit.online ? remarked(visit.placeName, t.online, locale) : visit.placeName },
        visit.online ? null : { term: t.where, value: visit.placeAddress },
        visit.online ? null : { term: t.access, value: visit.placeAccess },
        { term: t.looks, value: visit.placeLooks },
        { term: t.purpose, value: visit.purpose },
        {
          term: t.audience,
          value: listed(
            [visit.audience, visit.audienceCount === null ? '' : t.about(visit.audienceCount)].filter(Boolean),
            locale,
          ),
        },
        { term: t.withWhom, value: listed(supporters, locale) },
        visit.companionNeeded || companions.length > 0
          ? {
              term: t.companion,
              value: listed(companions, locale) || t.nobodyYet,
            }
          : null,
        visit.reason ? { term: t.reason, value: sideName(t.sides, visit.reason) } : null,
      ]}
    />
  )
}

const sideName = (sides: Record<string, string>, side: string): string => sides[side] ?? side

const Agreements = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const { visit } = model
  const t = visitWords[locale]
  const open = stands(visit.status)
  const lines = [
    visit.placeAgreedAt ? t.placeAgreed(formatDayLong(dayIn(visit.placeAgreedAt, call.zone), locale)) : t.placeNotYet,
  ]
  for (const one of visit.participants.filter((each) => each.part === 'supporter')) {
    const name = model.called(one.personId)
    if (name) lines.push(answerOf(one, name, call))
  }
  return (
    <Section title={t.agreements}>
      <Bullets items={lines} />
      {open && visit.placeAgreedAt === null && (call.actor.role === 'host' || call.actor.role === 'coordinator') && (
        <PostButton
          action={visitPaths.placeAgreement(visit.id)}
          token={call.formToken()}
          kind={call.actor.role === 'host' ? 'primary' : 'secondary'}
        >
          {call.actor.role === 'host' ? t.agreePlace : t.agreePlaceTold}
        </PostButton>
      )}
      {open &&
        visit.participants
          .filter((one) => one.part === 'supporter' && mayAnswer(call, one))
          .map((one) => <OwnAnswer call={call} model={model} seat={one} />)}
    </Section>
  )
}

const answerOf = (one: VisitParticipant, name: Spoken, call: Call): string => {
  const t = visitWords[call.reader.locale]
  if (one.leftAt) return t.left(name)
  if (one.askedAgainAt) return t.askedAgain(name)
  return one.agreedAt
    ? t.supporterAgreed(name, formatDayLong(dayIn(one.agreedAt, call.zone), call.reader.locale))
    : t.supporterNotYet(name)
}

const mayAnswer = (call: Call, one: VisitParticipant): boolean =>
  one.leftAt === null &&
  (call.actor.role === 'coordinator' || (call.actor.role === 'supporter' && one.personId === call.actor.personId))

const OwnAnswer = ({ call, model, seat }: PartProps & { seat: VisitParticipant }) => {
  const t = visitWords[call.reader.locale]
  const own = seat.personId === call.actor.personId
  const name = own ? null : model.called(seat.personId)
  return (
    <>
      {name ? <p>{name}</p> : null}
      <Actions>
        {seat.agreedAt === null && (
          <PostButton
            action={visitPaths.agreement(model.visit.id, seat.personId)}
            token={call.formToken()}
            kind={own ? 'primary' : 'secondary'}
          >
            {own ? t.agreeMe : t.agreeTold}
          </PostButton>
        )}
        <PostButton action={visitPaths.leaving(model.visit.id, seat.personId)} token={call.formToken()} kind="quiet">
          {own ? t.leave : t.leaveTold}
        </PostButton>
      </Actions>
      {own && <p class="small">{t.leaveHint}</p>}
    </>
  )
}

const Meetings = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const t = visitWords[locale]
  const s = visitStaffWords[locale]
  if (model.meetings.length === 0) return null
  return (
    <Section title={t.meetings}>
      {model.meetings.map((meeting) => (
        <div>
          <p>
            {formatDayLong(dayIn(meeting.startsAt, call.zone), locale)}{' '}
            {formatTimes(meeting.startsAt, meeting.endsAt, call.zone, locale)}{' '}
            {meeting.online ? t.online : meeting.where}{' '}
            {meeting.cancelledAt ? <StatusTag tone="ended">{t.meetingOff}</StatusTag> : null}
          </p>
          {call.actor.role === 'coordinator' && meeting.cancelledAt === null && meeting.startsAt > call.now && (
            <PostButton
              action={visitPaths.meetingCancelled(model.visit.id, meeting.id)}
              token={call.formToken()}
              kind="quiet"
            >
              {s.cancelMeeting}
            </PostButton>
          )}
        </div>
      ))}
    </Section>
  )
}

const History = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const t = visitWords[locale]
  return (
    <Fold summary={t.history}>
      {model.history.length === 0 ? <EmptyState>{t.nobodyYet}</EmptyState> : null}
      {model.history.map((step) => (
        <div>
          <p>
            {formatDayLong(dayIn(step.at, call.zone), locale)} {t.status[step.to as keyof typeof t.status] ?? step.to}
          </p>
          {step.reason ? <OwnWords text={sideName(t.sides, step.reason)} /> : null}
        </div>
      ))}
    </Fold>
  )
}

const parts: Record<VisitPart, (props: PartProps) => ComponentChild> = {
  facts: Facts,
  introduced: Introduced,
  answers: Agreements,
  why: WhyTheyGo,
  meetings: Meetings,
  before: OwnBefore,
  after: OwnAfter,
  feelings: FeelingsSeen,
  hold: HoldForm,
  words: ThanksSection,
  say_words: ThanksForm,
  reflection: ReflectionSection,
  record: RecordForm,
  deal: StaffForms,
  history: History,
}
