import type { Task } from '#core/plan/task.ts';
import { submittedRun } from './assessment-fixtures.ts';
import type { DecisionNames } from './decision-fixtures.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { holderOf } from './holder.ts';
import { request } from './request.ts';
import { begunRun } from './sheet-fixtures.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility } from './world.ts';

type Names = Exclude<Extract<EndpointName, `plan.${string}`>, DecisionNames>;

const wish = {
  budget: 300_000,
  personDays: 20,
  goal: 'weakest',
  excluded: [],
  begun: [],
  fiscalYear: 2026,
  roles: [{ role: '院長', days: [1, 1, 1, 1] }],
};

const task = {
  title: '台帳を作る',
  ownerId: null,
  dueOn: '2026-12-31',
  status: 'todo',
  costPlanned: 0,
  costSpent: 0,
  personDays: 3,
  aim: '',
  measuredBy: '',
};
const newTask = ({ people }: TestFacility) => ({ ...task, ownerId: people.planner.id, fiscalYear: 2026 });

const lastYears = (here: TestFacility) => ({ ...newTask(here), fiscalYear: 2025, dueOn: '2025-12-31' });

/** The path of a task of the planner. */
export async function addedTask(server: TestServer, here: TestFacility): Promise<string> {
  const path = `/facilities/${here.id}/tasks`;
  const added = await request(server, here.people.planner, { method: 'POST', path, body: newTask(here) });
  return `${path}/${(added.body as { id: string }).id}`;
}

const recurringMeasure = 'MS8';

/** Finishes a measure this year that goes on in the next ones. */
async function finishedMeasure(server: TestServer, here: TestFacility): Promise<void> {
  const { planner } = here.people;
  const path = `${await submittedRun(server, here, 'planner')}/plan/acceptance`;
  const measures = [{ id: recurringMeasure, quarter: 4 }];
  await request(server, planner, { method: 'POST', path, body: { fiscalYear: 2026, measures } });
  const at = `/facilities/${here.id}/tasks`;
  const { tasks } = (await request(server, planner, { method: 'GET', path: `${at}?fiscalYear=2026` })).body as {
    tasks: Task[];
  };
  const one = tasks.find(({ measureId }) => measureId === recurringMeasure);
  const { title, dueOn, costPlanned, costSpent, personDays, aim, measuredBy } = one ?? task;
  const edit = { title, ownerId: planner.id, dueOn, costPlanned, costSpent, personDays, aim, measuredBy };
  await request(server, planner, {
    method: 'PUT',
    path: `${at}/${one?.id}`,
    body: { ...edit, status: 'done', revision: one?.revision },
  });
}

export const planFixtures: Readonly<Record<Names, Fixture>> = {
  'plan.make': {
    as: 'planner',
    call: async (server, { here }, by) => ({
      method: 'POST',
      path: `${await submittedRun(server, here, by)}/plan`,
      body: wish,
    }),
    wrong: {
      body: {
        ...wish,
        excluded: ['M99-1'],
        begun: ['M99-1'],
        roles: [{ role: '船長', days: [1, 1, 1, 1] }],
        fiscalYear: 2000,
      },
      fields: ['excluded', 'begun', 'roles', 'fiscalYear'],
    },
  },
  'plan.frontier': {
    as: 'planner',
    call: async (server, { here }, by) => ({
      method: 'POST',
      path: `${await submittedRun(server, here, by)}/plan/frontier`,
      body: wish,
    }),
    wrong: { body: { ...wish, begun: ['M99-1'] }, fields: ['begun'] },
  },
  'plan.tasks': {
    as: 'planner',
    call: (_server, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/tasks?fiscalYear=2026` }),
  },
  'plan.taskSums': {
    as: 'planner',
    call: (_server, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/task-sums?fiscalYear=2026` }),
  },
  'plan.derivedAnswers': {
    as: 'planner',
    call: async (server, { here }) => ({
      method: 'GET',
      path: `/facilities/${here.id}/runs/${await begunRun(server, here, 'small-facility')}/derived-answers`,
    }),
  },
  'plan.takeDerived': {
    as: 'planner',
    call: async (server, { here }) => ({
      method: 'POST',
      path: `/facilities/${here.id}/runs/${await begunRun(server, here, 'small-facility')}/derived-answers`,
      body: { itemId: 'S1', note: '', revision: 0 },
    }),
    wrong: { body: { itemId: 'S1', note: '', revision: -1 }, fields: ['revision'] },
  },
  'plan.task': {
    as: 'staff',
    call: async (server, { here }) => ({ method: 'GET', path: await addedTask(server, here) }),
  },
  'plan.comment': {
    as: 'staff',
    call: async (server, { here }) => ({
      method: 'POST',
      path: `${await addedTask(server, here)}/comments`,
      body: { body: '見積もりを取りました。' },
    }),
    wrong: { body: { body: ' ' }, fields: ['body'] },
  },
  'plan.removeComment': {
    as: 'staff',
    call: async (server, world, by) => {
      const path = `${await addedTask(server, world.here)}/comments`;
      const written = await request(server, holderOf(by, world), {
        method: 'POST',
        path,
        body: { body: '取り消すこと' },
      });
      return { method: 'DELETE', path: `${path}/${(written.body as { id: string }).id}` };
    },
  },
  'plan.acceptPlan': {
    as: 'planner',
    call: async (server, { here }, by) => ({
      method: 'POST',
      path: `${await submittedRun(server, here, by)}/plan/acceptance`,
      body: {
        fiscalYear: 2026,
        measures: [{ id: by === 'executive' ? 'ME1' : 'MS1', quarter: 4 }],
        plan: {
          budget: 0,
          personDays: 1,
          goal: 'weakest',
          roles: [],
          excluded: [],
          begun: [],
          status: 'optimal',
          gap: 0,
        },
      },
    }),
    wrong: { body: { fiscalYear: 2026, measures: [{ id: 'M99-1', quarter: 4 }] }, fields: ['measures'] },
  },
  'plan.addTask': {
    as: 'planner',
    call: (_server, { here }) => ({ method: 'POST', path: `/facilities/${here.id}/tasks`, body: newTask(here) }),
    wrong: { body: { ...task, fiscalYear: 2026, title: ' ', dueOn: '2026-02-30' }, fields: ['title', 'dueOn'] },
  },
  'plan.editTask': {
    as: 'operator',
    call: async (server, { here }) => {
      const path = `/facilities/${here.id}/tasks`;
      const { planner } = here.people;
      const added = await request(server, planner, { method: 'POST', path, body: newTask(here) });
      const { id, revision } = added.body as { id: string; revision: number };
      return {
        method: 'PUT',
        path: `${path}/${id}`,
        body: { ...task, ownerId: planner.id, revision, status: 'doing' },
      };
    },
    wrong: { body: { ...task, revision: 1, costSpent: -1 }, fields: ['costSpent'] },
  },
  'plan.carryOver': {
    as: 'planner',
    call: async (server, { here }) => {
      const path = `/facilities/${here.id}/tasks`;
      await request(server, here.people.planner, { method: 'POST', path, body: lastYears(here) });
      return { method: 'POST', path: `/facilities/${here.id}/carried-tasks`, body: { fiscalYear: 2026 } };
    },
    wrong: { body: { fiscalYear: 1 }, fields: ['fiscalYear'] },
  },
  'plan.wishes': {
    as: 'planner',
    call: async (server, { here }, by) => ({
      method: 'GET',
      path: `${await submittedRun(server, here, by)}/plan/wishes`,
    }),
  },
  'plan.keepWish': {
    as: 'planner',
    call: async (server, { here }, by) => ({
      method: 'PUT',
      path: `${await submittedRun(server, here, by)}/plan/wish`,
      body: wish,
    }),
    wrong: { body: { ...wish, excluded: ['M99-1'], fiscalYear: 2000 }, fields: ['excluded', 'fiscalYear'] },
  },
  'plan.acceptances': {
    as: 'staff',
    call: (_server, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/plan-acceptances?fiscalYear=2026` }),
  },
  'plan.recurring': {
    as: 'staff',
    call: (_server, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/recurring-tasks?fiscalYear=2026` }),
  },
  'plan.addRecurring': {
    as: 'planner',
    call: async (server, { here }) => {
      await finishedMeasure(server, here);
      return {
        method: 'POST',
        path: `/facilities/${here.id}/recurring-tasks`,
        body: { fiscalYear: 2027, measureIds: [recurringMeasure] },
      };
    },
    wrong: { body: { fiscalYear: 1, measureIds: [] }, fields: ['fiscalYear', 'measureIds'] },
  },
  'plan.costs': {
    as: 'planner',
    call: (_server, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/measure-costs` }),
  },
  'plan.setCost': {
    as: 'planner',
    call: (_server, { here }) => ({
      method: 'PUT',
      path: `/facilities/${here.id}/measure-costs/M07-1`,
      body: { yen: 120_000, personDays: 2.5 },
    }),
    wrong: { body: { yen: -1, personDays: 0.25 }, fields: ['yen', 'personDays'] },
  },
};
