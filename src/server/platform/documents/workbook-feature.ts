import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  sanitizeAttributeValue as attribute,
  sanitizeTextContent as content,
  findElement,
  getCellAddress,
  replaceElement,
} from 'write-excel-file/utility';
import type { Choice, Workbook, Worksheet } from '#core/kernel/workbook.ts';

type NodeFeature = Feature<Stream | Buffer | import('node:buffer').Blob>;

/** What the writer does not offer itself: drop-downs, filters, hidden columns and the set-up for printing on A4. */
export function workbookFeature(workbook: Workbook): NodeFeature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => withSheetParts(xml, workbook, sheetIndex),
          transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) => {
            const hidden = tag === 'col' && workbook.sheets[sheetIndex]?.columns[index ?? -1]?.hidden;
            return hidden ? { ...attributes, hidden: 1 } : attributes;
          },
        },
        'xl/workbook.xml': { transform: (xml) => replaced(xml, 'definedNames', definedNames(workbook.sheets)) },
      },
    },
  };
}

function withSheetParts(xml: string, workbook: Workbook, index: number): string {
  const sheet = workbook.sheets[index];
  const worksheet = findElement(xml, 'worksheet');
  if (!sheet || !worksheet) return xml;
  const start = worksheet.openingTagEndIndex + 1;
  const fitted = `${xml.slice(0, start)}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${xml.slice(start)}`;
  const printed = replaced(fitted, 'pageSetup', pageSetup(sheet) + headerFooter(workbook));
  const margined = replaced(printed, 'pageMargins', dropDowns(sheet.choices ?? []) + margins);
  return margined.replace('</sheetData>', () => `</sheetData>${filter(sheet)}`);
}

function replaced(xml: string, tag: string, markup: string): string {
  const found = findElement(xml, tag);
  return found ? replaceElement(xml, found, markup) : xml;
}

const margins = '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>';

function pageSetup({ landscape }: Worksheet): string {
  const orientation = landscape ? 'landscape' : 'portrait';
  return `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`;
}

function headerFooter({ title, source }: Workbook): string {
  const [head, foot] = [title, source].map((text) => content(text.replaceAll('&', '&&')));
  return (
    `<headerFooter><oddHeader>&amp;L${head}&amp;R&amp;A</oddHeader>` +
    `<oddFooter>&amp;L${foot}&amp;R&amp;P / &amp;N ページ</oddFooter></headerFooter>`
  );
}

function dropDowns(choices: readonly Choice[]): string {
  if (choices.length === 0) return '';
  return `<dataValidations count="${choices.length}">${choices.map(dropDown).join('')}</dataValidations>`;
}

function dropDown({ column, fromRow, toRow, allowed, prompt }: Choice): string {
  const list = allowed.join(',');
  if (list.length > 255 || allowed.some((text) => text.includes(','))) throw new Error(`no drop-down can hold ${list}`);
  const cells = `${getCellAddress(fromRow - 1, column - 1)}:${getCellAddress(toRow - 1, column - 1)}`;
  const shown = prompt ? ` showInputMessage="1" promptTitle="回答" prompt="${attribute(prompt)}"` : '';
  return (
    `<dataValidation type="list" allowBlank="1"${shown} showErrorMessage="1" errorTitle="選び直してください"` +
    ` error="一覧から選ぶか、空にしてください。" sqref="${cells}"><formula1>"${content(list)}"</formula1></dataValidation>`
  );
}

function filter({ filter: wanted, headRow, rows, columns }: Worksheet): string {
  if (!wanted || headRow === undefined || rows.length <= headRow) return '';
  const cells = `${getCellAddress(headRow - 1, 0)}:${getCellAddress(rows.length - 1, columns.length - 1)}`;
  return `<autoFilter ref="${cells}"/>`;
}

function definedNames(sheets: readonly Worksheet[]): string {
  const names = sheets.flatMap(({ name, headRow }, index) => {
    const range = `'${name.replaceAll("'", "''")}'!$${headRow}:$${headRow}`;
    return headRow === undefined
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${content(range)}</definedName>`];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}
