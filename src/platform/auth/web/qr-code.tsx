import type { VNode } from 'preact'
import { qrPath } from '#platform/documents/qr.ts'

/** A QR code as drawing: one path, no script, prints sharply. */
export const QrCode = (props: { text: string; label: string }): VNode => {
  const { size, path } = qrPath(props.text)
  return (
    <svg class="qr" role="img" aria-label={props.label} viewBox={`0 0 ${size} ${size}`} width="220" height="220">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
