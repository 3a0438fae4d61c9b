import type { CellObject } from 'write-excel-file/node';
import type { CellLook } from '#core/kernel/workbook.ts';

type Look = Omit<CellObject, 'value' | 'type'>;

const text: Look = { wrap: true, alignVertical: 'top' };
const framed: Look = { ...text, borderColor: '#cccccc', borderStyle: 'thin' };
const number: Look = { ...framed, align: 'right' };

/** Looks of cells in the Digital Agency's colours; a change keeps its sign in the number format. */
export const looks: Readonly<Record<CellLook, Look>> = {
  title: { fontSize: 16, fontWeight: 'bold', alignVertical: 'center', height: 30 },
  head: { ...framed, fontWeight: 'bold', backgroundColor: '#e8f1fe', alignVertical: 'center' },
  text: framed,
  quiet: { ...text, textColor: '#4d4d4d' },
  strong: { ...framed, fontWeight: 'bold' },
  attention: { ...framed, fontWeight: 'bold', textColor: '#8b3200', backgroundColor: '#ffeee2' },
  input: { ...framed, backgroundColor: '#fbf5e0' },
  whole: { ...number, format: '0' },
  decimal: { ...number, format: '0.0' },
  score: { ...number, format: '0.00' },
  change: { ...number, format: '+0.00;−0.00;±0.00' },
  yen: { ...number, format: '#,##0' },
};
