import { readWorkbook } from './read-workbook.ts';
import { answerJobs } from './worker-answer.ts';

answerJobs(readWorkbook);
