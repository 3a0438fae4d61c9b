import { expect, test } from 'vitest';
import { requestEditSchema } from './request.ts';
import { askedOf, type SuggestionGround, suggestedRequests, type TasksOfYear } from './suggestion.ts';

const sum = (over: Partial<TasksOfYear['sums'][number]>) => ({
  status: 'todo' as const,
  tasks: 1,
  costPlanned: 300_000,
  costSpent: 0,
  personDays: 2,
  ...over,
});
const none: TasksOfYear = { sums: [], paid: { tasks: 0, titles: [], firstDue: null } };
const one: TasksOfYear = { sums: [sum({})], paid: { tasks: 1, titles: ['台帳を作る'], firstDue: '2026-12-31' } };
const board = {
  runId: 'RUN',
  lead: '総合は3点満点の1.20点。',
  decisions: [
    { title: '始める', text: '「棚卸し」。', cost: '0円', effort: '2人日', waiting: '残ります。' },
    {
      title: '予算を決める',
      text: '「多要素認証」。',
      cost: '30万〜300万円',
      effort: '5人日',
      waiting: '低いままです。',
    },
  ],
};
const nothing: SuggestionGround = {
  boards: [],
  fiscalYear: 2026,
  tasks: none,
  aged: [],
  missing: [],
  asked: new Set(),
};

test('what the board is asked becomes requests, of money where it takes some', () => {
  const [free, paid] = suggestedRequests({ ...nothing, boards: [board] });
  expect(free).toMatchObject({ kind: 'other', cost: 0, source: 'result/RUN/1', waiting: '残ります。' });
  expect(paid).toMatchObject({ kind: 'budget', cost: null, source: 'result/RUN/2' });
  expect([free?.takes, paid?.takes]).toEqual([
    { cost: '0円', effort: '2人日' },
    { cost: '1年目に30万〜300万円', effort: '5人日' },
  ]);
});

test('what it takes is told once: in the matter as it is asked where no number says it', () => {
  const [free, paid] = suggestedRequests({ ...nothing, boards: [board] });
  const [post] = suggestedRequests({ ...nothing, missing: ['planner'] });
  expect(paid && askedOf(paid).matter).toBe('費用の目安は1年目に30万〜300万円、手間は5人日です。「多要素認証」。');
  expect(free && askedOf(free).matter).toBe('手間は2人日です。「棚卸し」。');
  expect(post && askedOf(post).matter).toBe(post?.matter);
});

test('the money of the year’s tasks is asked for at once, without what was given up or carried over', () => {
  const tasks = {
    sums: [
      sum({ status: 'done' }),
      sum({ tasks: 4, costPlanned: 900_000 }),
      sum({ status: 'dropped' }),
      sum({ status: 'carried' }),
    ],
    paid: { tasks: 4, titles: ['機器', '認証', '記録'], firstDue: '2026-12-31' },
  };
  const [request] = suggestedRequests({ ...nothing, tasks });
  expect(request).toMatchObject({ kind: 'budget', cost: 1_200_000, source: 'tasks/2026' });
  expect(request?.title).toBe('令和8年度の取り組み5件の予算を決める');
  expect(request?.matter).toContain('費用が要るのは4件：「機器」「認証」「記録」ほか1件。');
  expect(request?.waiting).toContain('いちばん早い期限（令和8年12月31日（木））');
  expect(suggestedRequests({ ...nothing, tasks: { ...one, sums: [sum({ costPlanned: 0 })] } })).toEqual([]);
});

test('a post nobody holds is to be filled, by the clause that asks for it', () => {
  const made = suggestedRequests({ ...nothing, missing: ['safety-manager', 'planner', 'auditor'] });
  expect(made.map(({ source, matter }) => [source, /3[③⑪]/.exec(matter)?.[0]])).toEqual([
    ['appointment/safety-manager', '3③'],
    ['appointment/planner', '3③'],
    ['appointment/auditor', '3⑪'],
  ]);
  expect(made.every(({ waiting }) => /^[^0-9]+（経営管理編 3[③⑪]）。$/.test(waiting))).toBe(true);
});

test('what stands as a request is not suggested again, and every suggestion can be asked as it is', () => {
  const ground: SuggestionGround = { ...nothing, boards: [board], tasks: one, missing: ['planner'] };
  const all = suggestedRequests(ground);
  expect(all.map((one) => requestEditSchema.strict().safeParse(askedOf(one)).success)).not.toContain(false);
  const asked = new Set(['result/RUN/2', 'tasks/2026']);
  expect(suggestedRequests({ ...ground, asked }).map(({ source }) => source)).toEqual([
    'result/RUN/1',
    'appointment/planner',
  ]);
});
