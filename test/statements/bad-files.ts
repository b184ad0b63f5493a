import { deflateRawSync, constants as zlib } from 'node:zlib'
import { writeZip } from '../support/zip-writer.ts'
import { writeOne } from './camt-writer.ts'

/** A file that must be refused, by name: the code that says why, and the status over HTTP. */
export interface BadFile {
  readonly name: string
  readonly file: string
  readonly content: string | Uint8Array<ArrayBuffer>
  readonly code: string
  readonly status: 413 | 415 | 422
}

const mebibyte = 2 ** 20
const one = writeOne({ entries: [{ amount: '1.00' }, { amount: '2.00' }] })
const bytes = (content: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(content)

const lolz = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};&l${at};">`).join('')
const entityBomb = `<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY l0 "lol">${lolz}]><Document><BkToCstmrStmt><Stmt><Id>&l30;</Id></Stmt></BkToCstmrStmt></Document>`

/** 1 GiB of zeros behind a beginning, packed to about a megabyte without ever being there. */
function packedZeros(start = ''): Buffer {
  const packed = (content: string | Buffer) => deflateRawSync(content, { finishFlush: zlib.Z_FULL_FLUSH })
  const piece = packed(Buffer.alloc(mebibyte))
  return Buffer.concat([packed(start), ...Array.from({ length: 1024 }, () => piece), deflateRawSync('')])
}

const noise = Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256))

/** What Part 4 names as bad input, as far as it is a file that lies there. */
export const badFiles: readonly BadFile[] = [
  {
    name: 'XML with a DOCTYPE',
    file: 'a.xml',
    content: one.replace('?>', '?><!DOCTYPE Document SYSTEM "file:///etc/passwd">'),
    code: 'xml_doctype_forbidden',
    status: 422,
  },
  { name: 'an entity bomb', file: 'a.xml', content: entityBomb, code: 'xml_doctype_forbidden', status: 422 },
  {
    name: 'an entity that XML does not know',
    file: 'a.xml',
    content: one.replace('</Ntry>', '<AddtlNtryInf>&bomb;</AddtlNtryInf></Ntry>'),
    code: 'xml_entity_unknown',
    status: 422,
  },
  {
    name: 'an archive with 1 GiB of zeros',
    file: 'a.zip',
    content: bytes(writeZip([{ name: 'a.xml', packed: packedZeros(), claimedSize: 2 ** 30 }])),
    code: 'archive_ratio',
    status: 413,
  },
  {
    name: 'an archive with a statement of 1 GiB that claims to be small',
    file: 'a.zip',
    content: bytes(writeZip([{ name: 'a.xml', packed: packedZeros(one.slice(0, -60)), claimedSize: 10 * mebibyte }])),
    code: 'archive_damaged',
    status: 422,
  },
  {
    name: 'an archive of more members than allowed',
    file: 'a.zip',
    content: bytes(writeZip(Array.from({ length: 1001 }, (_, at) => ({ name: `${at}.xml`, content: `${at}` })))),
    code: 'archive_too_many_members',
    status: 413,
  },
  {
    name: 'an archive with a name that is a path',
    file: 'a.zip',
    content: bytes(writeZip([{ name: '../../outside.xml', content: '%PDF-1.7' }])),
    code: 'pdf_not_supported',
    status: 415,
  },
  { name: 'a truncated camt.053', file: 'a.xml', content: one.slice(0, -60), code: 'file_truncated', status: 422 },
  {
    name: 'a truncated archive',
    file: 'a.zip',
    content: bytes(writeZip([{ name: 'a.xml', content: one }]).subarray(0, 300)),
    code: 'archive_damaged',
    status: 422,
  },
  {
    name: 'a web page',
    file: 'a.csv',
    content: '<!DOCTYPE html><html><body>Your session has expired</body></html>',
    code: 'html_instead_of_data',
    status: 415,
  },
  { name: 'a PDF', file: 'a.csv', content: '%PDF-1.7\n1 0 obj', code: 'pdf_not_supported', status: 415 },
  {
    name: 'a workbook',
    file: 'a.xlsx',
    content: bytes(writeZip([{ name: '[Content_Types].xml', content: '<Types/>' }])),
    code: 'spreadsheet_not_supported',
    status: 415,
  },
  { name: 'an empty file', file: 'a.csv', content: '', code: 'file_empty', status: 422 },
  { name: 'binary noise', file: 'a.sta', content: bytes(noise), code: 'format_unknown', status: 415 },
]
