import type { httpWords } from './words.ts'

/** The kinds of page that stand in for another: nothing there, not taken, busy, a bug of ours, an outage. */
export type ErrorKind = 'notFound' | 'foreign' | 'tooLarge' | 'busy' | 'pressing' | 'bug' | 'outage'

interface Props {
  kind: ErrorKind
  t: (typeof httpWords)['ja']
  requestId: string
}

export const ErrorBody = ({ kind, t, requestId }: Props) => (
  <div class="stack-gap">
    <h1>{t[`${kind}Title`]}</h1>
    <p>{t[`${kind}Lead`]}</p>
    {kind === 'notFound' && <p>{t.notFoundNext}</p>}
    {kind === 'bug' && <p>{t.bugNext}</p>}
    <p>
      <a class="button primary" href="/">
        {t.toStart}
      </a>
    </p>
    <p class="small">
      {t.requestId} <code data-no-ruby>{requestId}</code>
    </p>
  </div>
)
