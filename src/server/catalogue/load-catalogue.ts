import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type AuditGuide, auditGuideSchema } from '#core/catalogue/audit-guide.ts';
import { type Bridge, bridgeSchema } from '#core/catalogue/bridge.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { type FeeRule, feeRuleSchema } from '#core/catalogue/fee-rule.ts';
import { type Guideline, guidelineSchema } from '#core/catalogue/guideline.ts';
import { type Provisional, provisionalSchema } from '#core/catalogue/provisional.ts';
import { type RiskGuide, riskGuideSchema } from '#core/catalogue/risk-guide.ts';
import { type Area, areaSchema, type Scale, type Sheet, scaleSchema, sheetHeadSchema } from '#core/catalogue/sheet.ts';
import { type Template, templateSchema } from '#core/catalogue/template.ts';
import { carryVendorConditions } from '#core/catalogue/vendor-condition.ts';
import { type Word, wordSchema } from '#core/catalogue/word.ts';
import { type ContentFault, type ContentFolder, namesIn, readContentFile } from './content-file.ts';

/** The content that comes with this copy of the product. */
export const contentRoot = fileURLToPath(new URL('../../../content', import.meta.url));

function yamlFiles(folder: ContentFolder, name: string, pattern: RegExp): readonly string[] {
  return namesIn(folder, name).flatMap((entry) => {
    if (pattern.test(entry)) return [`${name}/${entry}`];
    folder.faults.push({ file: `${name}/${entry}`, path: '', message: 'ここに置けない名前のファイルです。' });
    return [];
  });
}

function readScales(folder: ContentFolder): readonly Scale[] {
  const files = yamlFiles(folder, 'scale', /^[a-z-]+\.yaml$/);
  return files.flatMap((file) => readContentFile(folder, file, scaleSchema) ?? []);
}

function readGuidelines(folder: ContentFolder): readonly Guideline[] {
  const files = yamlFiles(folder, 'guideline', /^[A-Z0-9]+\.yaml$/);
  return files.flatMap((file) => readContentFile(folder, file, guidelineSchema) ?? []);
}

function readRiskGuides(folder: ContentFolder): readonly RiskGuide[] {
  const files = yamlFiles(folder, 'risk', /^\d+\.\d+\.\d+\.yaml$/);
  return files.flatMap((file) => readContentFile(folder, file, riskGuideSchema) ?? []);
}

/** The files `<sheet>-<version>.yaml` of a folder that stands only where there is something to say of a next version. */
function versionFiles(folder: ContentFolder, name: 'bridge' | 'provisional'): readonly string[] {
  if (!existsSync(join(folder.root, name))) return [];
  return yamlFiles(folder, name, /^[a-z-]+-[A-Za-z0-9.]+\.yaml$/);
}

const readProvisional = (folder: ContentFolder): readonly Provisional[] =>
  versionFiles(folder, 'provisional').flatMap((file) => readContentFile(folder, file, provisionalSchema) ?? []);

function readBridges(folder: ContentFolder): readonly Bridge[] {
  const files = versionFiles(folder, 'bridge');
  return files.flatMap((file) => readContentFile(folder, file, bridgeSchema) ?? []);
}

function readTemplates(folder: ContentFolder): readonly Template[] {
  const files = yamlFiles(folder, 'template', /^[a-z0-9.-]+\.yaml$/);
  return files.flatMap((file) => readContentFile(folder, file, templateSchema) ?? []);
}

function readFeeRules(folder: ContentFolder): readonly FeeRule[] {
  const files = yamlFiles(folder, 'fee-rule', /^[A-Z0-9]+-R\d+(\.\d+)?\.yaml$/);
  return files.flatMap((file) => readContentFile(folder, file, feeRuleSchema) ?? []);
}

function readAuditGuides(folder: ContentFolder): readonly AuditGuide[] {
  const files = yamlFiles(folder, 'audit', /^[a-z-]+-[0-9.]+\.yaml$/);
  return files.flatMap((file) => readContentFile(folder, file, auditGuideSchema) ?? []);
}

const readWords = (folder: ContentFolder): readonly Word[] =>
  readContentFile(folder, 'words.yaml', z.array(wordSchema)) ?? [];

/** Areas stand in the order of their file names, or of their first item where the sheet sets an order. */
function inOrder(areas: readonly Area[], order: readonly string[] | undefined): Area[] {
  if (!order) return [...areas];
  const place = ({ items: [first] }: Area): number => {
    return first && order.includes(first.id) ? order.indexOf(first.id) : order.length;
  };
  return [...areas].sort((a, b) => place(a) - place(b));
}

function readSheet(folder: ContentFolder, path: string, scales: readonly Scale[]): readonly Sheet[] {
  const files = yamlFiles(folder, path, /^(sheet|area-[A-Za-z0-9-]+)\.yaml$/);
  const head = readContentFile(folder, `${path}/sheet.yaml`, sheetHeadSchema);
  const areaFiles = files.filter((file) => !file.endsWith('/sheet.yaml'));
  const areas = areaFiles.flatMap((file) => readContentFile(folder, file, areaSchema) ?? []);
  if (!head) return [];
  const complain = (place: string, message: string): void => {
    folder.faults.push({ file: `${path}/sheet.yaml`, path: place, message });
  };
  if (path !== `sheet/${head.id}/${head.version}`) {
    complain('id', `id「${head.id}」と version「${head.version}」がフォルダの名前と違います。`);
  }
  if (areaFiles.length === 0) complain('', '分野のファイル（area-….yaml）が一つもありません。');
  const scale = scales.find(({ id }) => id === head.scale);
  if (!scale) complain('scale', `尺度「${head.scale}」が読めません。`);
  return scale ? [{ ...head, scale, areas: inOrder(areas, head.order) }] : [];
}

/** All content below a folder as far as it can be read, with everything wrong in its files. */
export function readCatalogue(root: string): { catalogue: Catalogue; faults: readonly ContentFault[] } {
  const folder: ContentFolder = { root, faults: [] };
  const scales = readScales(folder);
  const sheets = namesIn(folder, 'sheet').flatMap((id) =>
    namesIn(folder, `sheet/${id}`).flatMap((version) => readSheet(folder, `sheet/${id}/${version}`, scales)),
  );
  const bridges = readBridges(folder);
  const catalogue = {
    sheets: carryVendorConditions(sheets, bridges),
    bridges,
    adopted: {},
    provisional: readProvisional(folder),
    guidelines: readGuidelines(folder),
    words: readWords(folder),
    risks: readRiskGuides(folder),
    templates: readTemplates(folder),
    feeRules: readFeeRules(folder),
    auditGuides: readAuditGuides(folder),
  };
  return { catalogue, faults: folder.faults };
}

function readWhole(root: string): Catalogue {
  const { catalogue, faults } = readCatalogue(root);
  if (faults.length === 0) return catalogue;
  const lines = faults.map(({ file, path, message }) => `  ${file} ${path} ${message}`);
  throw new Error(['点検票の内容に誤りがあるため、始められません。', ...lines].join('\n'));
}

let shipped: Catalogue | undefined;

/** The catalogue this process came with, read once. Throws naming every fault when a file cannot be used. */
export function loadCatalogue(root: string = contentRoot): Catalogue {
  if (root !== contentRoot) return readWhole(root);
  shipped ??= readWhole(root);
  return shipped;
}
