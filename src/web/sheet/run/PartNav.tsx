import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { focusPageTitle } from '#web/ui/PageTitle.tsx';
import { useAnswering } from '../answering.ts';
import { partHref } from '../item-href.ts';
import { shownItems } from '../progress.ts';
import type { SheetPart } from '../sheet-part.ts';

/** The way to the parts before and after this one, with a filter to those that hold something; after the last to the head, where the run is submitted. */
export function PartNav({ open }: { readonly open: SheetPart }) {
  const { parts, search, standings, path } = useAnswering();
  const place = parts.indexOf(open);
  const holds = (part: SheetPart) => shownItems(search.show, part, standings).length > 0;
  const before = parts.slice(0, place).findLast(holds);
  const after = parts.slice(place + 1).find(holds);
  const href = (part: SheetPart) => partHref(path, { ...search, area: part.id });
  return (
    <nav aria-label="前後の分野" className="flex flex-wrap justify-between gap-3 print:hidden">
      {before && (
        <ButtonLink icon="back" href={href(before)}>
          前の分野：{before.title}
        </ButtonLink>
      )}
      <span className="ml-auto">
        {after ? (
          <ButtonLink href={href(after)}>
            次の分野：{after.title}
            <Icon name="forward" />
          </ButtonLink>
        ) : (
          <Button onPress={focusPageTitle}>ページの上に戻る</Button>
        )}
      </span>
    </nav>
  );
}
