import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { componentStyles } from '../look/component-styles.ts';

const project = resolve(import.meta.dirname, '../..');
const written = readFileSync(join(project, 'pages/components.css'), 'utf8');

test('the style sheet of the pages is the one that npm run build:look writes', () => {
  expect(written).toBe(componentStyles(project));
});

test('it keeps its licence, its classes stand in it, and it takes nothing from elsewhere', () => {
  expect(written).toContain('@license EUPL-1.2');
  expect(written).toContain('.utrecht-table--html-table > tbody > tr > td');
  expect(written).not.toMatch(/url\(|@import|@font-face/);
  expect(written).not.toContain('utrecht-table--busy');
});
