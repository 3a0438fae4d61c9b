import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials } from './bill-of-materials.ts';

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'));
const made = { serialNumber: randomUUID(), timestamp: new Date().toISOString() };
process.stdout.write(`${JSON.stringify(billOfMaterials(lock, made), null, 2)}\n`);
