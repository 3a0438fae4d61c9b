import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLive } from '#web/platform/live/use-live.ts';
import { VisuallyHidden } from '#web/ui/VisuallyHidden.tsx';
import { useAnswering } from '../answering.ts';
import { giverWords } from '../item/giver-words.ts';
import type { AnswerView } from '../queries.ts';
import { takeBatch } from './take-batch.ts';

/** Least time in ms between two sentences read out. */
const quiet = 15_000;

/** Lets the answers of others appear; who cannot see them is told now and then that somebody answered. */
export function LiveAnswers() {
  const { path, person } = useAnswering();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const last = useRef(Number.NEGATIVE_INFINITY);
  useLive((batch) => {
    const others = takeBatch(client, path, batch).filter(({ answeredBy }) => answeredBy.id !== person.id);
    const now = performance.now();
    if (others.length === 0 || now - last.current < quiet) return;
    last.current = now;
    setWords(wordsFor(others));
  });
  return (
    <div role="status">
      <VisuallyHidden>{words}</VisuallyHidden>
    </div>
  );
}

function wordsFor(answers: readonly AnswerView[]): string {
  const names = [...new Set(answers.map(({ answeredBy }) => giverWords(answeredBy.name)))];
  return `${names.join('、')}が回答しました（${answers.map(({ itemId }) => itemId).join('、')}）。`;
}
