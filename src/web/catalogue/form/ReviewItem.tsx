import { useState } from 'react';
import { besideItem } from '#core/catalogue/beside-item.ts';
import { needsVendor } from '#core/catalogue/form/form-draft.ts';
import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Pairs } from '#web/ui/Pairs.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import { EarlierChoice } from './EarlierChoice.tsx';
import { LinkChoices } from './LinkChoices.tsx';
import type { DraftItemView, DraftView } from './queries.ts';

type ReviewItemProps = {
  readonly item: DraftItemView;
  readonly draft: DraftView;
  readonly onChange: (item: DraftItemView) => void;
};

/** One item of the form: its words, whether it is used or in doubt, what it follows and what it is linked to; in one line where it was decided before. */
export function ReviewItem(props: ReviewItemProps) {
  const { item } = props;
  const isDecided = item.dropped || item.change !== null;
  const [open, setOpen] = useState(!isDecided);
  const title = [`${item.row + 1}行目`, item.section, item.label].filter((part) => part !== '').join('　');
  return (
    <article
      aria-label={title}
      className={`flex flex-col rounded-12 border border-solid-gray-100 bg-white ${open ? 'gap-3 p-4 sm:p-5' : 'px-4 py-2 sm:px-5'}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex min-w-0 flex-1 basis-60 flex-wrap items-center gap-2 text-help text-solid-gray-700">
          <h2 className="text-help">{title}</h2> <StateTag item={item} />
          {item.doubtful && <Tag tone="attention">要確認</Tag>}
          {!open && <p className="basis-full text-solid-gray-900">{item.text}</p>}
        </div>
        {isDecided && (
          <Button size="small" label={`${title}を${open ? 'たたむ' : '直す'}`} onPress={() => setOpen(!open)}>
            {open ? 'たたむ' : '直す'}
          </Button>
        )}
      </div>
      {open && <Decisions {...props} />}
    </article>
  );
}

function Decisions({ item, draft, onChange }: ReviewItemProps) {
  const read = draft.rows[item.row]?.[draft.mapping.text] ?? '';
  const before = draft.earlier.items.find(({ id }) => id === item.from);
  const beside = besideItem({ equipment: item.equipment, target: item.goal });
  const links = item.questions.length + item.clauses.length;
  return (
    <>
      <TextArea
        label="項目の文"
        rows={2}
        maxLength={1000}
        value={item.text}
        onChange={(text) => onChange({ ...item, text })}
      />
      {beside !== '' && (
        <p className="text-help text-solid-gray-700">
          <Pairs words={beside} />
        </p>
      )}
      {item.text !== read && <p className="text-help text-solid-gray-700">様式の文：{read}</p>}
      {!item.dropped && (
        <>
          <EarlierChoice item={item} draft={draft} onChange={onChange} />
          <Disclosure title={`つなぐ設問と条項（${links}）`} level={3}>
            <LinkChoices item={item} draft={draft} onChange={onChange} />
          </Disclosure>
        </>
      )}
      <div className="flex flex-wrap gap-x-6">
        <Checkbox checked={item.doubtful} onChange={(doubtful) => onChange({ ...item, doubtful })}>
          要確認にする
        </Checkbox>
        <Checkbox checked={item.dropped} onChange={(dropped) => onChange({ ...item, dropped })}>
          この行は使わない
        </Checkbox>
        {(draft.sheetId === 'checklist-institution' || draft.sheetId === 'checklist-pharmacy') && (
          <Checkbox checked={needsVendor(item, before)} onChange={(asked) => onChange({ ...item, needsVendor: asked })}>
            事業者と契約していなければ、記入は要らない
          </Checkbox>
        )}
      </div>
    </>
  );
}

function StateTag({ item: { dropped, change } }: Pick<ReviewItemProps, 'item'>) {
  if (dropped) return <Tag>使いません</Tag>;
  if (change === null) return <Tag tone="attention">まだ決めていません</Tag>;
  return <Tag tone="done">✓ {changeTitles[change]}</Tag>;
}

const changeTitles = { unchanged: '変わらない', reworded: '文言が変わった', new: '新しい' } as const;
