/** The addresses of the documents that are printed. */
export const documentPaths = {
  list: '/documents',
  sample: (name: string) => `/documents/${name}/sample`,
  check: (name: string) => `/documents/${name}/check`,
  template: (name: string) => `/documents/${name}/template`,
  endTemplate: (name: string) => `/documents/${name}/template/removed`,
  source: (name: string) => `/documents/${name}/template.typ`,
}
