import { LinkButton, Section } from '#ui/index.ts'
import { stands } from '../core/visit-status.ts'
import { FeelingFacts } from './feeling-facts.tsx'
import type { PartProps } from './visit-part.ts'
import { visitPaths } from './visit-paths.ts'
import { feelingWords } from './words-feelings.ts'
import { visitWords } from './words-visit.ts'

/** The person's own: what they said, and the way to say it. */
export const OwnFeelings = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const t = visitWords[locale]
  const { visit } = model
  const me = call.actor.personId
  const begun = visit.startsAt <= call.now
  if (!visit.participants.some((one) => one.personId === me && one.leftAt === null) || visit.status === 'cancelled')
    return null
  return (
    <>
      <Section title={t.before}>
        <SaidOr model={model} moment="before" call={call} empty={t.mayBefore} />
        <LinkButton href={visitPaths.feelings(visit.id, me, 'before')}>{t.sayBefore}</LinkButton>
      </Section>
      {begun && (
        <Section title={t.after}>
          <SaidOr model={model} moment="after" call={call} empty={t.mayAfter} />
          <LinkButton href={visitPaths.feelings(visit.id, me, 'after')} kind="primary">
            {t.sayAfter}
          </LinkButton>
        </Section>
      )}
    </>
  )
}

const SaidOr = ({ call, model, moment, empty }: PartProps & { moment: 'before' | 'after'; empty: string }) => {
  const said = model.feelings.find((one) => one.personId === call.actor.personId && one.moment === moment)
  return said ? <FeelingFacts answers={said.answers} locale={call.reader.locale} /> : <p>{empty}</p>
}

/** For whoever may read them: what was shown or agreed to be read. */
export const FeelingsSeen = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const t = visitWords[locale]
  const f = feelingWords[locale]
  if (!stands(model.visit.status) && model.visit.status !== 'held') return null
  const supporters = model.visit.participants.filter(
    (one) => one.part === 'supporter' && one.leftAt === null && model.seen.names.has(one.personId),
  )
  return (
    <Section title={t.beforeAndAfter}>
      {supporters.map((one) => (
        <div>
          <h3 data-no-ruby>{model.seen.names.get(one.personId)}</h3>
          {(['before', 'after'] as const).map((moment) => {
            const said = model.feelings.find((each) => each.personId === one.personId && each.moment === moment)
            return said ? (
              <>
                <p class="small">{f[moment]}</p>
                <FeelingFacts answers={said.answers} locale={locale} />
              </>
            ) : null
          })}
          <p>
            <a href={visitPaths.feelings(model.visit.id, one.personId, 'before')}>{t.sayBefore}</a>{' '}
            <a href={visitPaths.feelings(model.visit.id, one.personId, 'after')}>{t.sayAfter}</a>
          </p>
        </div>
      ))}
    </Section>
  )
}
