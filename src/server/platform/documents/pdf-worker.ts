import { answerJobs } from '../workers/index.ts';
import { writePdf } from './write-pdf.ts';

answerJobs(writePdf, (bytes) => [bytes.buffer]);
