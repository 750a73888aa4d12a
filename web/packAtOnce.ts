import type { Plugin } from 'vite'

/**
 * What writes spreadsheets packs large ones in a worker made out of text, which no page of ours may run (see the server's
 * content-security-policy). Its other way, here and at once, takes a tenth of a second for the largest.
 */
export function packAtOnce(): Plugin {
  return {
    name: 'pack-at-once',
    load: (id) =>
      id.endsWith('/write-excel-file/modules/zip/zipToArrayBuffer.js')
        ? `import pack from './zipToArrayBufferSync.js'; export default async (files) => pack(files)`
        : undefined,
  }
}
