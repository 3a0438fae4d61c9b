import { answerJobs } from './worker-answer.ts';
import { writePdf } from './write-pdf.ts';

answerJobs(writePdf, (bytes) => [bytes.buffer]);
