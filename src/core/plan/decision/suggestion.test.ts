import { expect, test } from 'vitest';
import type { Task } from '../task.ts';
import { requestEditSchema } from './request.ts';
import { askedOf, type SuggestionGround, suggestedRequests } from './suggestion.ts';

const task = (over: Partial<Task>): Task => ({
  id: '22222222-2222-4222-8222-222222222222',
  fiscalYear: 2026,
  measureId: null,
  title: '台帳を作る',
  owner: null,
  dueOn: '2026-12-31',
  status: 'todo',
  costPlanned: 300_000,
  costSpent: 0,
  personDays: 2,
  aim: '',
  measuredBy: '',
  revision: 1,
  ...over,
});
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
const nothing: SuggestionGround = { boards: [], fiscalYear: 2026, tasks: [], missing: [], asked: new Set() };

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
  const tasks = [
    task({ title: '機器', dueOn: '2026-10-31', status: 'done' }),
    task({ title: '認証', costPlanned: 900_000 }),
    task({ title: '台帳', costPlanned: 0 }),
    task({ status: 'dropped' }),
    task({ status: 'carried' }),
  ];
  const [request] = suggestedRequests({ ...nothing, tasks });
  expect(request).toMatchObject({ kind: 'budget', cost: 1_200_000, source: 'tasks/2026' });
  expect(request?.title).toBe('令和8年度の取り組み3件の予算を決める');
  expect(request?.matter).toContain('費用が要るのは2件：「機器」「認証」。');
  expect(request?.waiting).toContain('いちばん早い期限（令和8年12月31日（木））');
  expect(suggestedRequests({ ...nothing, tasks: [task({ costPlanned: 0 })] })).toEqual([]);
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
  const ground: SuggestionGround = { ...nothing, boards: [board], tasks: [task({})], missing: ['planner'] };
  const all = suggestedRequests(ground);
  expect(all.map((one) => requestEditSchema.strict().safeParse(askedOf(one)).success)).not.toContain(false);
  const asked = new Set(['result/RUN/2', 'tasks/2026']);
  expect(suggestedRequests({ ...ground, asked }).map(({ source }) => source)).toEqual([
    'result/RUN/1',
    'appointment/planner',
  ]);
});
