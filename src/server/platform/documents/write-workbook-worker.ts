import { answerJobs } from '../workers/index.ts';
import { writeWorkbook } from './write-workbook.ts';

answerJobs(writeWorkbook, (bytes) => [bytes.buffer]);
