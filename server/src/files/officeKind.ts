import type { FileHandle } from 'node:fs/promises'
import type { FileKind } from '@goshayesh/shared/fileKinds'
import { readZipDirectory, readZipEntry, type ZipEntry } from './readZipDirectory.ts'

/**
 * The kind of an office file, or null for any other zip and for one with macros. Only its directory and the one
 * entry that states its type are read.
 */
export async function officeKind(file: FileHandle, size: number): Promise<FileKind | null> {
  const entries = await readZipDirectory(file, size)
  if (!entries || entries.some(({ name }) => isMacro(name))) return null
  const [first] = entries
  if (first?.name === 'mimetype') return openDocumentKind(file, first)
  const types = entries.find(({ name }) => name === '[Content_Types].xml')
  return types ? openXmlKind(file, types) : null
}

/** An OpenDocument states its type in its first entry. */
async function openDocumentKind(file: FileHandle, entry: ZipEntry): Promise<FileKind | null> {
  const mime = (await readZipEntry(file, entry, 200))?.toString('latin1')
  return openDocuments.find((kind) => kind.mime === mime) ?? null
}

async function openXmlKind(file: FileHandle, entry: ZipEntry): Promise<FileKind | null> {
  const types = (await readZipEntry(file, entry, 256 * 1024))?.toString('utf8')
  // Nothing honest hides a type behind entities or another encoding.
  if (types === undefined || types.includes('\u0000') || /&|<!|\ufffd/.test(types)) return null
  if (/macro|vbaProject|vbaData/i.test(types)) return null
  return openXml.find(({ main }) => types.includes(`"${main}"`))?.kind ?? null
}

/** Where OpenDocument and OOXML keep code. */
function isMacro(name: string): boolean {
  return /^(Basic|Scripts)\/|(^|\/)vba(Project|Data)\b|(^|\/)macrosheets\//i.test(name)
}

const openDocuments: FileKind[] = [
  { mime: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], inline: false },
  { mime: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'], inline: false },
]

const OOXML = 'application/vnd.openxmlformats-officedocument'
const openXml: { main: string; kind: FileKind }[] = [
  {
    main: `${OOXML}.wordprocessingml.document.main+xml`,
    kind: { mime: `${OOXML}.wordprocessingml.document`, extensions: ['docx'], inline: false },
  },
  {
    main: `${OOXML}.spreadsheetml.sheet.main+xml`,
    kind: { mime: `${OOXML}.spreadsheetml.sheet`, extensions: ['xlsx'], inline: false },
  },
  {
    main: `${OOXML}.presentationml.presentation.main+xml`,
    kind: { mime: `${OOXML}.presentationml.presentation`, extensions: ['pptx'], inline: false },
  },
]
