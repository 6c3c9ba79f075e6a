import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { uiWords } from './words.ts'

/** Stands beside every free text: numbers to call, and that nobody reads this at night. `urgent` when words of risk were written. */
export const CrisisCard = (props: {
  locale: Locale
  text: string
  phone?: string | undefined
  hours?: string | undefined
  urgent?: boolean | undefined
}): VNode => {
  const t = uiWords[props.locale]
  return (
    <div class={props.urgent ? 'crisis urgent' : 'crisis'}>
      <p class="crisis-title">{props.urgent ? t.crisisUrgentTitle : t.crisisTitle}</p>
      <p>{t.crisisNight}</p>
      {props.text ? (
        <ul>
          {props.text
            .split('\n')
            .filter((line) => line.trim())
            .map((line) => (
              <li>
                <PhoneLine line={line} />
              </li>
            ))}
        </ul>
      ) : null}
      {props.phone ? (
        <p>
          {t.crisisPhone} <PhoneLine line={props.phone} />
          {props.hours ? `（${props.hours}）` : null}
        </p>
      ) : null}
    </div>
  )
}

const phone = /(0\d{1,4}-\d{1,4}-\d{3,4})/

/** Text in which telephone numbers can be pressed. */
export const PhoneLine = (props: { line: string }): VNode => (
  <>
    {props.line.split(phone).map((part) =>
      phone.test(part) ? (
        <a class="phone" href={`tel:${part.replaceAll('-', '')}`}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </>
)
