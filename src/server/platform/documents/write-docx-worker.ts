import { answerJobs } from '../workers/index.ts';
import { writeDocx } from './write-docx.ts';

answerJobs(writeDocx, (bytes) => [bytes.buffer]);
