import type { VNode } from 'preact'

export type FaceKind = 'bright' | 'calm' | 'even' | 'low' | 'heavy'

const mouths: Record<FaceKind, string> = {
  bright: 'M13 24c2 5 12 5 14 0',
  calm: 'M14 25c2 3 10 3 12 0',
  even: 'M14 26h12',
  low: 'M14 28c2-3 10-3 12 0',
  heavy: 'M13 29c2-5 12-5 14 0',
}

/** A drawing beside a word that says the same: never stands alone. */
export const Face = (props: { kind: FaceKind }): VNode => (
  <svg class="face-drawing" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
    <circle cx="20" cy="20" r="17" />
    <path d={props.kind === 'heavy' ? 'M12 16l4 1M28 16l-4 1' : 'M14 15v2M26 15v2'} />
    <path d={mouths[props.kind]} />
  </svg>
)
