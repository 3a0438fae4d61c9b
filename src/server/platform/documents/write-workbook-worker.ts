import { answerJobs } from './worker-answer.ts';
import { writeWorkbook } from './write-workbook.ts';

answerJobs(writeWorkbook, (bytes) => [bytes.buffer]);
