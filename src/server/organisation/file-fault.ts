import type { Fault } from '#core/kernel/contract.ts';

const messages = {
  'file-truncated': '圧縮ファイルが途中で切れています。もう一度入手してから取り込んでください。',
  'file-not-unpackable': '圧縮ファイルが壊れているため、開けませんでした。もう一度入手してから取り込んでください。',
  'file-is-workbook': 'ExcelやZIPのファイルは読めません。「CSV UTF-8」の形で保存してから取り込んでください。',
  'file-undecodable':
    '文字を読めませんでした。文字コードを「UTF-8」か「Shift_JIS」にして、CSVとして保存し直してください。',
  'file-too-large': 'ファイルが大きすぎます。',
  'file-empty': 'ファイルに施設の行がありません。',
  'file-not-register': '台帳の形をしていない行が多すぎます。別のファイルではないか確かめてください。',
  'csv-broken': '引用符（"）の数が合わず、ここから先を読めませんでした。CSVとして保存し直してください。',
} as const;

/** Why a whole file cannot be taken in; nothing of it is applied. */
export class FileFault extends Error {
  readonly fault: Fault;

  constructor(code: keyof typeof messages, row?: number, cause?: unknown) {
    super(messages[code], { cause });
    this.name = 'FileFault';
    this.fault = { ...(row !== undefined && { row }), code, message: messages[code] };
  }
}
