/** '#1d4f73' → its three channels, 0 to 255; null where it is no such colour. */
const channelsOf = (hex: string): [number, number, number] | null => {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  return parts ? [channel(parts[1]), channel(parts[2]), channel(parts[3])] : null
}

const channel = (text = '0'): number => Number.parseInt(text, 16)

export const isColour = (text: string): boolean => channelsOf(text) !== null

// WCAG 2.2, definitions of relative luminance and contrast ratio.
const luminance = ([red, green, blue]: [number, number, number]): number => {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** From 1 (the same) to 21 (black on white). */
export const contrastRatio = (one: string, other: string): number => {
  const [a, b] = [one, other].map((hex) => luminance(channelsOf(hex) ?? [0, 0, 0])) as [number, number]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

export const textColourOn = (background: string): '#ffffff' | '#1a1a1a' =>
  contrastRatio(background, '#ffffff') >= contrastRatio(background, '#1a1a1a') ? '#ffffff' : '#1a1a1a'

/** The colour itself, or as much darker as it takes to be read on white. */
export const readableOnWhite = (hex: string, ratio = 5.5): string => {
  let shade = hex
  for (let share = 0.95; contrastRatio(shade, '#ffffff') < ratio && share > 0; share -= 0.05)
    shade = mixed(hex, '#000000', share)
  return shade
}

/** `share` of the first colour, the rest of the second. */
export const mixed = (first: string, second: string, share: number): string => {
  const [a, b] = [channelsOf(first) ?? [0, 0, 0], channelsOf(second) ?? [0, 0, 0]]
  const hex = a.map((value, index) => Math.round(value * share + (b[index] ?? 0) * (1 - share)))
  return `#${hex.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
