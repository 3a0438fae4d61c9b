export { attachmentHeaders } from './attachment.ts';
export { fileStream } from './file-stream.ts';
export { FileRefusal, storeFile } from './store-file.ts';
export { takeTurns } from './take-turns.ts';
