import { useSuspenseQuery } from '@tanstack/react-query';
import { type getRouteApi, useLocation } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import type { Item, Sheet } from '#core/catalogue/sheet.ts';
import { sheetQuery } from '#web/catalogue/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { useWide } from '#web/ui/use-wide.ts';
import type { AnsweredSheet } from './answered-sheet.ts';
import { OneByOne } from './OneByOne.tsx';
import { type CheckedSheetId, givenAnswers, kindTitles, type SelfCheck, withAnswer } from './self-check.ts';
import { keepSelfCheck } from './store.ts';

type AnsweringProps = {
  readonly check: SelfCheck;
  readonly sheetId: CheckedSheetId;
  readonly route: ReturnType<typeof getRouteApi<'/public/self-check/questions' | '/public/self-check/network'>>;
  readonly title: string;
  readonly sub: (sheet: Sheet) => ReactNode;
  /** All questions at once. */
  readonly List: ComponentType<AnsweredSheet>;
  readonly aboveOf: (sheet: Sheet, item: Item) => string;
};

/** Page on which a sheet is answered: as a list where there is room, else one question to a screen. */
export function Answering({ check, sheetId, route, title, sub, List, aboveOf }: AnsweringProps) {
  const { sheet, targets } = useSuspenseQuery(sheetQuery(sheetId)).data;
  const { view, item } = route.useSearch();
  const navigate = route.useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const wide = useWide();
  const oneByOne = (view ?? (wide ? 'list' : 'one')) === 'one';
  const version = { id: sheetId, version: sheet.version };
  const answered: AnsweredSheet = {
    sheet,
    targets,
    answers: givenAnswers(check, version),
    onAnswer: (id, answer) => keepSelfCheck(withAnswer(check, version, id, answer)),
  };
  return (
    <>
      <PageHead
        where={`${kindTitles[check.kind]}の自己点検`}
        title={title}
        sub={!oneByOne && sub(sheet)}
        modest={oneByOne}
        action={<Ways oneByOne={oneByOne} path={path} />}
      />
      {oneByOne ? (
        <OneByOne
          {...answered}
          open={item}
          onOpen={(next) => navigate({ search: (search) => ({ ...search, item: next }) })}
          aboveOf={(one) => aboveOf(sheet, one)}
        />
      ) : (
        <List {...answered} />
      )}
      <p className="mt-4 text-note text-solid-gray-700">{sheet.notice}</p>
    </>
  );
}

function Ways({ oneByOne, path }: { readonly oneByOne: boolean; readonly path: string }) {
  return (
    <>
      <ButtonLink look="quiet" href={`${path}?view=${oneByOne ? 'list' : 'one'}`}>
        {oneByOne ? '一覧で見る' : '1問ずつ見る'}
      </ButtonLink>
      {!oneByOne && (
        <ButtonLink look="primary" href="/self-check/result">
          結果を見る
        </ButtonLink>
      )}
    </>
  );
}
