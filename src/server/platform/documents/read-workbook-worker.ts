import { answerJobs } from '../workers/index.ts';
import { readWorkbook } from './read-workbook.ts';

answerJobs(readWorkbook);
