import { staffWords } from '#platform/i18n/words.ts'

export const documentPageWords = staffWords({
  ja: {
    title: '印刷する書類',
    lead: '書類のひな形と、作り物の内容で印刷した見本です。ひな形を差し替える方法は、運用の手引き（operations.md）にあります。',
    programme: (id: number) => `この事業のひな形を置くフォルダーの名前は ${id} です。`,
    caption: '書類とひな形',
    document: '書類',
    template: '今日のひな形',
    state: '状態',
    sample: '見本',
    open: 'PDFを開く',
    ours: 'はじめからのひな形です。',
    own: '差し替えたひな形です。',
    problem: (file: string, line: number | null, message: string) =>
      `${file}${line === null ? '' : ` の ${line} 行目`}に直すところがあります：${message}。直るまでは、はじめからのひな形で印刷します。`,
    problems: {
      'file not found': 'ひな形と同じフォルダーにないファイルを読もうとしています',
      'access denied': 'ほかのフォルダーのファイルは読めません',
      'failed to download package': 'ネットワークのパッケージは使えません',
      'missing alt text': '画像に、見えない方のための説明（alt）がありません',
      'did not come to an end': '時間内に終わりません',
      'no font has': '文字に使えるフォントがありません',
    },
  },
  en: {
    title: 'Printed documents',
    lead: 'The templates of documents, each with a sample of invented facts. How to replace one: operations.md.',
    programme: (id: number) => `The folder for this programme’s templates is named ${id}.`,
    caption: 'Documents and templates',
    document: 'Document',
    template: 'Template of today',
    state: 'State',
    sample: 'Sample',
    open: 'Open the PDF',
    ours: 'The one that comes with hitoba.',
    own: 'Replaced by your own.',
    problem: (file: string, line: number | null, message: string) =>
      `${file}${line === null ? '' : `, line ${line}`}: ${message}. Until it is mended, the one that comes with hitoba is used.`,
    problems: {
      'file not found': 'it reads a file that is not in its own folder',
      'access denied': 'it may not read files of other folders',
      'failed to download package': 'packages from the network cannot be used',
      'missing alt text': 'a picture has no words (alt) for those who do not see it',
      'did not come to an end': 'it does not come to an end',
      'no font has': 'no font has its characters',
    },
  },
})
