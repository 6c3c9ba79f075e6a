import type { ComponentChildren, VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Checkboxes, DefinitionList, Form, type FormState, Hidden } from '#ui/index.ts'
import { type ConsentKey, type ConsentRecipient, consentLines, findConsentLine, keyOf } from '../core/consents.ts'
import { meWords } from './me-words.ts'

const recipients: readonly ConsentRecipient[] = ['place', 'companion', 'staff']

const linesFor = (recipient: ConsentRecipient) => consentLines.filter((line) => line.recipient === recipient)

/** Nothing is chosen beforehand: what is ticked is what was given before. */
export const ConsentForm = (props: {
  locale: Locale
  form: FormState
  action: string
  token: string
  children?: ComponentChildren
}): VNode => {
  const t = meWords[props.locale]
  return (
    <Form action={props.action} token={props.token} form={props.form} submit={t.save}>
      <Hidden name="shown" value={[props.form.values['shown'] ?? []].flat().join(' ')} />
      <ConsentFields locale={props.locale} form={props.form} />
      {props.children}
    </Form>
  )
}

/** One question for each recipient, inside a form of another slice too. */
export const ConsentFields = ({ locale, form }: { locale: Locale; form: FormState }): VNode => {
  const t = meWords[locale]
  return (
    <>
      {recipients.map((recipient) => (
        <Checkboxes
          form={form}
          name={recipient}
          label={t.recipients[recipient]}
          unmarked
          choices={linesFor(recipient).map(({ item }) => ({ value: item, label: t.items[item] }))}
        />
      ))}
    </>
  )
}

/** What is shown to whom, line by line. */
export const ConsentList = (props: { locale: Locale; given: ReadonlySet<ConsentKey> }): VNode => {
  const t = meWords[props.locale]
  return (
    <DefinitionList
      items={recipients.map((recipient) => {
        const items = linesFor(recipient).filter((line) => props.given.has(keyOf(line)))
        return {
          term: t.recipients[recipient],
          value: items.length === 0 ? t.notGiven : items.map((line) => t.items[line.item]).join(' / '),
        }
      })}
    />
  )
}

export const typedConsents = (given: ReadonlySet<ConsentKey>): Record<string, string[]> =>
  Object.fromEntries(
    recipients.map((recipient) => [
      recipient,
      linesFor(recipient)
        .filter((line) => given.has(keyOf(line)))
        .map((line) => line.item),
    ]),
  )

/** For `ConsentForm`: the same, and that it was shown so. */
export const shownConsents = (given: ReadonlySet<ConsentKey>): Record<string, string[]> => ({
  ...typedConsents(given),
  shown: ['lines', ...given],
})

/** What stood on the form when it was opened; null: it does not say. */
export const consentsShown = (list: (name: string) => string[]): ReadonlySet<ConsentKey> | null => {
  const [shown] = list('shown')
  if (shown === undefined) return null
  const keys = new Set(shown.split(' '))
  return new Set(consentLines.map(keyOf).filter((key) => keys.has(key)))
}

/** What was ticked; anything that is no line of ours is passed over. */
export const chosenConsents = (list: (name: string) => string[]): ReadonlySet<ConsentKey> =>
  new Set(
    recipients.flatMap((recipient) =>
      list(recipient).flatMap((item) => {
        const line = findConsentLine(recipient, item)
        return line ? [keyOf(line)] : []
      }),
    ),
  )
