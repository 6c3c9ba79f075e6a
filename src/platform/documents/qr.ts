import qrcode from 'qrcode-generator'

const quiet = 4

/** A QR code as one path on a square of `size` units, the quiet zone included. */
export const qrPath = (text: string): { size: number; path: string } => {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const cells = Array.from({ length: count * count }, (_, i) => [Math.floor(i / count), i % count] as const)
  const path = cells
    .filter(([row, column]) => code.isDark(row, column))
    .map(([row, column]) => `M${column + quiet} ${row + quiet}h1v1h-1z`)
    .join('')
  return { size: count + 2 * quiet, path }
}

/** The same as a drawing of its own, for documents. */
export const qrSvg = (text: string): string => {
  const { size, path } = qrPath(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><path d="${path}"/></svg>`
}
