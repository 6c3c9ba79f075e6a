import { getDocumentProxy } from 'unpdf'

/** A piece of text where it stands on its page, in points from the lower left corner. */
export interface Placed {
  page: number
  text: string
  left: number
  right: number
  bottom: number
  /** Height of its letters. */
  size: number
}

/** What an independent reader finds in a PDF. */
export interface ReadPdf {
  pages: number
  title: string
  lang: string
  made: string
  xmp: string
  marked: boolean
  /** In reading order, without any white space. */
  text: string
  placed: readonly Placed[]
  /** The size of the pages: width, height. */
  size: readonly [number, number]
  /** Kinds of tags with how many of each there are, in order of appearance. */
  tags: ReadonlyMap<string, number>
  /** Tags that stand in the `key` tag, anywhere below it. */
  within(key: string): ReadonlySet<string>
  /** What pictures say to those who do not see them. */
  alts: readonly string[]
  fonts: readonly { name: string; embedded: boolean }[]
}

interface Node {
  role?: string
  alt?: string
  children?: Node[]
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const { info, metadata } = await file.getMetadata()
  const facts = info as Record<string, string>
  const read = []
  for (let no = 1; no <= file.numPages; no += 1) read.push(await readPage(await file.getPage(no), no))
  const nodes = read.flatMap(({ tree }) => allOf(tree))
  const tags = new Map<string, number>()
  for (const { role } of nodes) if (role) tags.set(role, (tags.get(role) ?? 0) + 1)
  const fonts = new Map(read.flatMap((page) => page.fonts.map((font) => [font.name, font] as const)))
  const first = read[0]
  if (!first) throw new Error('no page')
  return {
    pages: file.numPages,
    title: facts['Title'] ?? '',
    lang: facts['Language'] ?? '',
    made: facts['CreationDate'] ?? '',
    xmp: String(metadata?.getRaw() ?? ''),
    marked: (await file.getMarkInfo())?.['Marked'] === true,
    text: squeezed(read.flatMap(({ placed }) => placed.map(({ text }) => text)).join('')),
    placed: read.flatMap(({ placed }) => placed),
    size: first.size,
    tags,
    within: (key) =>
      new Set(nodes.filter(({ role }) => role === key).flatMap((node) => allOf(node).map(({ role }) => role ?? ''))),
    alts: nodes.flatMap(({ alt }) => (alt === undefined ? [] : [alt])),
    fonts: [...fonts.values()],
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

const readPage = async (page: Page, no: number) => {
  const tree = ((await page.getStructTree()) ?? {}) as Node
  const { items, styles } = await page.getTextContent()
  await page.getOperatorList()
  const [, , width = 0, height = 0] = page.view
  const placed = items.flatMap((item) => {
    if (!('str' in item)) return []
    const [, , , size = 0, left = 0, bottom = 0] = item.transform as number[]
    return [{ page: no, text: item.str, left, right: left + item.width, bottom, size }]
  })
  const fonts = await Promise.all(Object.keys(styles).map((id) => fontOf(page, id)))
  return { tree, placed, fonts, size: [width, height] as const }
}

const fontOf = (page: Page, id: string): Promise<{ name: string; embedded: boolean }> =>
  new Promise((resolve) => {
    page.commonObjs.get(id, (font: { name: string; missingFile: boolean }) =>
      resolve({ name: font.name, embedded: !font.missingFile }),
    )
  })

const allOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(allOf)]
