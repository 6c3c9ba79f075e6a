/** The address where it leads inside this site or to a plain web, mail or telephone address; null for everything else. */
export const safeUrl = (address: string): string | null => {
  if (safePath(address)) return address
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  return scheme && ['https', 'http', 'mailto', 'tel'].includes(scheme) && !/[\s<>"]/.test(address) ? address : null
}

/** A path on this site, or null: '//elsewhere' and '/\elsewhere' leave it. */
export const safePath = (path: string): string | null => (/^\/(?![/\\])[^\s\\<>"]*$/.test(path) ? path : null)
