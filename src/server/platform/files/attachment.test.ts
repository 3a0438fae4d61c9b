import { expect, test } from 'vitest';
import { attachmentHeaders } from './attachment.ts';

const dispositionOf = (name: string) =>
  attachmentHeaders({ name, mediaType: 'application/pdf', size: 3 })['Content-Disposition'];

test.each([
  ['plan.pdf', 'attachment; filename="plan.pdf"; filename*=UTF-8\'\'plan.pdf'],
  ['髙﨑①.pdf', 'attachment; filename="___.pdf"; filename*=UTF-8\'\'%E9%AB%99%EF%A8%91%E2%91%A0.pdf'],
  ['𠮷 (2).pdf', 'attachment; filename="__ (2).pdf"; filename*=UTF-8\'\'%F0%A0%AE%B7%20%282%29.pdf'],
  [
    "a\"; b*='x'%41.pdf",
    "attachment; filename=\"a_; b*='x'_41.pdf\"; filename*=UTF-8''a%22%3B%20b%2A%3D%27x%27%2541.pdf",
  ],
])('the name %s reaches the receiver whole, and opens no header', (name, disposition) => {
  expect(dispositionOf(name)).toBe(disposition);
});
