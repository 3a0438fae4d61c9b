import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { LinkTarget, PublishedSheet } from '#core/catalogue/contract.ts';
import { linkTarget } from '#core/catalogue/link-target.ts';
import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { notFound } from '../platform/http/refusal.ts';

type Written = { readonly json: string; readonly tag: string };

/** A sheet with everything its links and near questions lead to. */
function publish(catalogue: Catalogue, sheet: Sheet): PublishedSheet {
  const targets: Record<string, LinkTarget> = {};
  for (const { links, near = [] } of itemsOf(sheet)) {
    for (const link of [...links, ...near.map((to) => ({ to, at: undefined }))]) {
      const target = linkTarget(catalogue, link);
      if (target) targets[link.at ? `${link.to}@${link.at}` : link.to] = target;
    }
  }
  return { sheet, targets };
}

/** Whether the browser holds what the tag names; packing on the way makes the tag a weak one. */
function names(ifNoneMatch: string | undefined, tag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((held) => held.trim().replace(/^W\//, '') === tag);
}

/**
 * Answers with published sheets, each written out once: anybody may ask, so asking must cost nothing. A published version
 * never changes but what its links lead to does, so the browser asks each time whether its copy still holds.
 */
export function sheetPublisher(catalogue: Catalogue) {
  let written = new Map<Sheet, Written>();
  let of = [catalogue.sheets, catalogue.adopted];
  const write = (sheet: Sheet): Written => {
    const json = JSON.stringify(publish(catalogue, sheet));
    return { json, tag: `"${createHash('sha256').update(json).digest('base64url')}"` };
  };
  return (c: Context, sheet: Sheet | undefined): Response => {
    if (!sheet) throw notFound();
    // What a link leads to carries the version where that is not the one in use.
    if (of[0] !== catalogue.sheets || of[1] !== catalogue.adopted) {
      written = new Map();
      of = [catalogue.sheets, catalogue.adopted];
    }
    const { json, tag } = written.get(sheet) ?? write(sheet);
    written.set(sheet, { json, tag });
    const headers = { ETag: tag, 'Cache-Control': 'no-cache' };
    if (names(c.req.header('If-None-Match'), tag)) return c.body(null, 304, headers);
    return c.body(json, 200, { ...headers, 'Content-Type': 'application/json' });
  };
}
