const declaration = /(--[\w-]+):\s*([^;]+);/g
const use = /var\((--[\w-]+)/g

/** The tokens that a stylesheet uses, with those that they use in turn; the rest need not travel. */
export const usedTokens = (tokens: string, css: string): string => {
  const all = new Map([...tokens.matchAll(declaration)].map((found) => [found[1] ?? '', found[2] ?? '']))
  const wanted = new Set<string>()
  const want = (text: string): void => {
    for (const [, name = ''] of text.matchAll(use)) {
      const value = all.get(name)
      if (value === undefined || wanted.has(name)) continue
      wanted.add(name)
      want(value)
    }
  }
  want(css)
  return `:root{${[...wanted].map((name) => `${name}:${all.get(name)}`).join(';')}}`
}

/** Without comments, indentation and empty lines. Comments stand on lines of their own. */
export const compacted = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('//'))
    .join('\n')
