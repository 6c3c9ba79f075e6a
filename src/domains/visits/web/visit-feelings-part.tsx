import { LinkButton, Section, SubHeading } from '#ui/index.ts'
import { stands } from '../core/visit-status.ts'
import type { Moment } from '../data/check-ins.ts'
import { FeelingFacts } from './feeling-facts.tsx'
import type { PartProps } from './visit-part.ts'
import { visitPaths } from './visit-paths.ts'
import { feelingWords } from './words-feelings.ts'
import { visitWords } from './words-visit.ts'

/** How the person feels before: asked until it begins, kept afterwards. */
export const OwnBefore = ({ call, model }: PartProps) => {
  const t = visitWords[call.reader.locale]
  const begun = model.visit.startsAt <= call.now
  const said = ownAnswers(call, model, 'before')
  if (!goesOrWent(call, model) || (begun && !said)) return null
  return (
    <Section title={t.before}>
      {said ? <FeelingFacts answers={said} locale={call.reader.locale} /> : <p>{t.mayBefore}</p>}
      {!begun && (
        <LinkButton href={visitPaths.feelings(model.visit.id, call.actor.personId, 'before')}>
          {said ? t.changeBefore : t.sayBefore}
        </LinkButton>
      )}
    </Section>
  )
}

/** How it was. */
export const OwnAfter = ({ call, model }: PartProps) => {
  const t = visitWords[call.reader.locale]
  const said = ownAnswers(call, model, 'after')
  if (!goesOrWent(call, model)) return null
  return (
    <Section title={t.after}>
      {said ? <FeelingFacts answers={said} locale={call.reader.locale} /> : <p>{t.mayAfter}</p>}
      <LinkButton
        href={visitPaths.feelings(model.visit.id, call.actor.personId, 'after')}
        kind={said ? 'secondary' : 'primary'}
      >
        {said ? t.changeAfter : t.sayAfter}
      </LinkButton>
    </Section>
  )
}

const goesOrWent = ({ actor }: PartProps['call'], { visit }: PartProps['model']): boolean =>
  visit.status !== 'cancelled' &&
  visit.participants.some((one) => one.personId === actor.personId && one.leftAt === null)

const ownAnswers = (call: PartProps['call'], model: PartProps['model'], moment: Moment) =>
  model.feelings.find((one) => one.personId === call.actor.personId && one.moment === moment)?.answers

/** For whoever may read them: what was shown or agreed to be read. */
export const FeelingsSeen = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const t = visitWords[locale]
  const f = feelingWords[locale]
  const begun = model.visit.startsAt <= call.now
  if (!stands(model.visit.status) && model.visit.status !== 'held') return null
  const supporters = model.visit.participants.filter(
    (one) => one.part === 'supporter' && one.leftAt === null && !one.erased && model.called(one.personId),
  )
  return (
    <Section title={t.beforeAndAfter}>
      {supporters.map((one) => (
        <div>
          <SubHeading>{model.called(one.personId)}</SubHeading>
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
            {begun ? (
              <a href={visitPaths.feelings(model.visit.id, one.personId, 'after')}>{t.sayAfter}</a>
            ) : (
              <a href={visitPaths.feelings(model.visit.id, one.personId, 'before')}>{t.sayBefore}</a>
            )}
          </p>
        </div>
      ))}
    </Section>
  )
}
