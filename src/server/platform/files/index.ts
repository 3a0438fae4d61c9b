export { attachmentHeaders } from './attachment.ts';
export { fileStream } from './file-stream.ts';
export { handOutZips, zipHeaders } from './hand-out-zip.ts';
export { FileRefusal, storeFile } from './store-file.ts';
export { takeTurns, takeTurnsEach } from './take-turns.ts';
export { type StoredFile, wholeFile } from './whole-file.ts';
export type { writeZip } from './write-zip.ts';
