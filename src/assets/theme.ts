import { isColour, mixed, readableOnWhite, textColourOn } from '#ui/index.ts'

const shape = /^\/assets\/theme-([0-9a-f]{6})\.css$/

/** Where the stylesheet of a programme's colour is served: style attributes are forbidden to our pages. */
export const themePath = (colour: string): string | null =>
  isColour(colour) ? `/assets/theme-${colour.slice(1).toLowerCase()}.css` : null

/** The stylesheet behind such a path, or null. Every colour is made readable: on it, and in it on white. */
export const themeCss = (path: string): string | null => {
  const hex = shape.exec(path)?.[1]
  if (!hex) return null
  const colour = `#${hex}`
  return `:root{--key:${colour};--key-text:${textColourOn(colour)};--key-ink:${readableOnWhite(colour)};--key-pale:${mixed(colour, '#ffffff', 0.08)}}`
}
