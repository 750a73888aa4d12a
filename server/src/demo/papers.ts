import { crc32, deflateSync } from 'node:zlib'

/** A file that somebody in the demo attaches. */
export interface Paper {
  name: string
  mime: string
  content: Buffer
}

/** What people of the demo have at hand. Everything in it is invented. */
export const papers: readonly Paper[] = [
  { name: 'گزارش زمان پاسخ.pdf', mime: 'application/pdf', content: pdf('Response times (invented, demo)') },
  { name: 'نامه دستگاه.pdf', mime: 'application/pdf', content: pdf('Letter of an agency (invented, demo)') },
  { name: 'تصویر خطای سامانه.png', mime: 'image/png', content: png(320, 180) },
]

/** One page of A4 with one line of text. */
function pdf(line: string): Buffer {
  const page = `BT /F1 18 Tf 72 760 Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  const head = '%PDF-1.4\n'
  const starts = objects.map((_, index) => head.length + objects.slice(0, index).join('').length)
  const table = ['0000000000 65535 f ', ...starts.map((at) => `${String(at).padStart(10, '0')} 00000 n `)]
  const end = head.length + objects.join('').length
  return Buffer.from(
    `${head}${objects.join('')}xref\n0 ${table.length}\n${table.join('\n')}\ntrailer\n<< /Size ${table.length} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`,
  )
}

/** A screen with a title and a line in it, in shades of grey. */
function png(width: number, height: number): Buffer {
  const grey = (x: number, y: number): number => {
    if (y < 18) return 70
    if (y > 80 && y < 100 && x > 40 && x < width - 40) return 120
    return 225
  }
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_, x) => grey(x, y))]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(content.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
