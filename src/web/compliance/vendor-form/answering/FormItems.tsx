import { itemsOf } from '#core/catalogue/sheet.ts';
import { sectionTitle } from '#core/compliance/form-document.ts';
import { CommonDoubt, commonNotes, useAnswering } from '#web/sheet/index.ts';
import { LinkItem } from './LinkItem.tsx';

/** The items of the form, section by section. */
export function FormItems() {
  const { sheet } = useAnswering();
  const told = commonNotes(itemsOf(sheet));
  const sections = sheet.areas.map((area) => (
    <section key={area.id} aria-labelledby={`area-${area.id}`} className="flex flex-col gap-4">
      <h2 id={`area-${area.id}`} className="text-section">
        {sectionTitle({
          title: area.title,
          items: area.items.map(({ id, label = id }) => ({ label })),
        })}
      </h2>
      {area.items.map((item) => (
        <LinkItem key={item.id} item={item} told={told} />
      ))}
    </section>
  ));
  return (
    <>
      <CommonDoubt told={told} whole="この様式の項目" />
      {sections}
    </>
  );
}
