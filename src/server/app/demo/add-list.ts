import { addEvidence, atItem, atTask } from '../../evidence/index.ts';
import { writeWorkbook } from '../../platform/documents/write-workbook.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import type { DemoList } from './made-files.ts';

type At = { readonly itemId: string } | { readonly taskId: string };

/** Puts a list of the hospital, as an Excel file, where it proves something. */
export async function addList(context: FacilityContext, at: At, { name, head, rows }: DemoList): Promise<void> {
  const bytes = await writeWorkbook({
    title: name,
    source: '架空の病院の資料',
    sheets: [
      {
        name,
        columns: head.map(() => ({ width: 28 })),
        rows: [head.map((value) => ({ value, look: 'head' })), ...rows],
        headRow: 1,
        landscape: true,
      },
    ],
  });
  async function* body() {
    yield bytes;
  }
  const admitted = async () => undefined;
  await addEvidence(context, {
    place: 'itemId' in at ? atItem(at.itemId) : atTask(at.taskId),
    name: `${name}.xlsx`,
    body: body(),
    admit: admitted,
    stillAdmitted: admitted,
  });
}
