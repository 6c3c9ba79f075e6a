import qrcode from 'qrcode-generator'
import type { VNode } from 'preact'

const quiet = 4

/** A QR code as drawing: one path, no script, prints sharply. */
export const QrCode = (props: { text: string; label: string }): VNode => {
  const code = qrcode(0, 'M')
  code.addData(props.text)
  code.make()
  const count = code.getModuleCount()
  const cells = Array.from({ length: count * count }, (_, i) => [Math.floor(i / count), i % count] as const)
  const path = cells
    .filter(([row, column]) => code.isDark(row, column))
    .map(([row, column]) => `M${column + quiet} ${row + quiet}h1v1h-1z`)
    .join('')
  const size = count + 2 * quiet
  return (
    <svg class="qr" role="img" aria-label={props.label} viewBox={`0 0 ${size} ${size}`} width="220" height="220">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
