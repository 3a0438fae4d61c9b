import type { MirrorPart, MirrorQuestion } from '#core/assessment/report/mirror-part.ts';
import { Link } from '#web/ui/Link.tsx';
import type { ShownResult } from '../result/shown-result.ts';

type MirrorQuestionsProps = { readonly part: MirrorPart; readonly shown: ShownResult };

/** Where the two views are far apart, a question to settle together: nobody is told to be wrong. */
export function MirrorQuestions({ part: { questions, agreement }, shown }: MirrorQuestionsProps) {
  if (agreement !== null) return <p>{agreement}</p>;
  return (
    <div>
      <h3 className="font-700">一緒に確かめたいこと（{questions.length}件）</h3>
      <ol className="divide-y divide-solid-gray-100">
        {questions.map((question) => (
          <Question key={question.executive.item} question={question} shown={shown} />
        ))}
      </ol>
    </div>
  );
}

type QuestionProps = { readonly question: MirrorQuestion; readonly shown: ShownResult };

function Question({ question: { question, executive, technical }, shown }: QuestionProps) {
  return (
    <li data-print="whole" className="flex flex-col gap-2 py-3">
      <p>{question}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-help text-solid-gray-700">
        <dt className="whitespace-nowrap">
          経営層 <strong className="tabular-nums text-solid-gray-900">{executive.median}</strong>
        </dt>
        <dd>
          {executive.item}「{executive.text}」
        </dd>
        <dt className="whitespace-nowrap">
          担当者 <strong className="tabular-nums text-solid-gray-900">{technical.mean}</strong>
        </dt>
        <dd>
          {technical.items.map(({ item, text }) => (
            <span key={item} className="block">
              <Link href={shown.answersAt(item)}>{item}</Link>「{text}」
            </span>
          ))}
        </dd>
      </dl>
    </li>
  );
}
