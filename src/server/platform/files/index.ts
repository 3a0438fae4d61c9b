export { attachmentHeaders } from './attachment.ts';
export { fileStream } from './file-stream.ts';
export { FileRefusal, storeFile } from './store-file.ts';
export { takeTurns, takeTurnsEach } from './take-turns.ts';
export { writeZip } from './write-zip.ts';
