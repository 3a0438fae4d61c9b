import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayReadAllEvidence } from '#core/evidence/right.ts';
import { may, type Role } from '#core/identity/role.ts';
import { dayInJapan, yearTitle } from '#core/kernel/fiscal-year.ts';
import { isLate, type Task, taskStatusTitles } from '#core/plan/task.ts';
import { EvidenceFiles } from '#web/evidence/index.tsx';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Fact, Facts } from '#web/ui/Facts.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { taskQuery } from '../calls.ts';
import { Comments } from './Comments.tsx';
import { FormerYears } from './FormerYears.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { taskFacts } from './task-facts.ts';
import { taskTones } from './task-tones.ts';

/** One task: what it is, the files that belong to it, and what people write about it. */
export function TaskPage() {
  const { facilityId = '', taskId = '' } = useParams({ strict: false });
  const { person, facilities } = useSession();
  const roles: readonly Role[] = facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const { data } = useSuspenseQuery(taskQuery(facilityId, taskId));
  const [open, setOpen] = useState(false);
  const { task } = data;
  const changes = may(roles, 'task.change');
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/tasks`}>取り組み</Link>}
      title={task.title}
      action={
        changes && (
          <Button look="primary" onPress={() => setOpen(true)}>
            取り組みを直す
          </Button>
        )
      }
    >
      <Card title="内容">
        <Content task={task} />
        {data.carriedTo && (
          <Link href={`/facilities/${facilityId}/tasks/${data.carriedTo.id}`}>
            {yearTitle(data.carriedTo.fiscalYear)}の取り組みを開く
          </Link>
        )}
      </Card>
      <Card title="証跡">
        {mayReadAllEvidence({ id: person.id, roles }) ? (
          <EvidenceFiles
            facilityId={facilityId}
            place={{ taskId }}
            person={{ id: person.id, roles }}
            mayAdd={changes}
          />
        ) : (
          <p className="text-help text-solid-gray-700">証跡は、「職員」の役割の人には見えません。</p>
        )}
      </Card>
      <Card title="やり取り">
        <Comments {...{ facilityId, taskId, comments: data.comments, personId: person.id }} />
      </Card>
      <FormerYears {...{ facilityId, former: data.former, person: { id: person.id, roles } }} />
      {open && <TaskDialog {...{ facilityId, task }} fiscalYear={task.fiscalYear} onClose={() => setOpen(false)} />}
    </Page>
  );
}

function Content({ task }: { readonly task: Task }) {
  const { status } = task;
  return (
    <>
      <p className="mb-3 flex flex-wrap gap-2">
        <Tag tone={taskTones[status]}>{taskStatusTitles[status]}</Tag>
        {isLate(task, dayInJapan(new Date())) && <Tag tone="attention">期限を過ぎています</Tag>}
      </p>
      <Facts>
        {taskFacts(task).map(({ title, text }) => (
          <Fact key={title} title={title}>
            <span className="measure whitespace-pre-line">{text}</span>
          </Fact>
        ))}
      </Facts>
    </>
  );
}
