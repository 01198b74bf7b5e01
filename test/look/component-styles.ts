import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the style sheets of the NL Design System in package.json, and keeps the rules of the classes that pages/ names. */
export const componentStyles = (project: string): string => {
  const classes = classesIn(join(project, 'pages'));
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Manifest;
  const names = Object.keys(manifest.devDependencies).filter((name) => /^@utrecht\/.*-css$/.test(name));
  const sheets = names.map((name) => {
    const text = readFileSync(join(project, 'node_modules', name, 'dist/index.css'), 'utf8');
    return `/* ${name} ${manifest.devDependencies[name] ?? ''} */\n${rulesOf(text, classes)}`;
  });
  return `${notice}\n${sheets.join('\n')}`;
};

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

const notice = `/*!
 * Components of the NL Design System, written by npm run build:look; only rules of classes that pages/ names.
 * @license EUPL-1.2
 * Copyright (c) 2020-2024 Frameless B.V.
 * Copyright (c) 2021-2024 Gemeente Utrecht
 */`;

const classesIn = (folder: string): ReadonlySet<string> => {
  const sources = readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const texts = sources.map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(texts.flatMap((text) => text.match(/\butrecht-[\w-]+/g) ?? []));
};

/** The rules of a sheet whose selectors name no other classes; media queries around them stay. */
const rulesOf = (sheet: string, classes: ReadonlySet<string>): string =>
  blocksOf(sheet.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' '))
    .map(({ head, body }) => {
      if (head.startsWith('@media')) return wrapped(head, rulesOf(body, classes));
      const kept = selectorsOf(head).filter((selector) => isNamed(selector, classes));
      return kept.length === 0 ? '' : `${kept.join(',')}{${body}}\n`;
    })
    .join('');

const wrapped = (head: string, rules: string): string => (rules === '' ? '' : `${head}{${rules.trimEnd()}}\n`);

/** What a selector leaves out by `:not` needs no name. */
const isNamed = (selector: string, classes: ReadonlySet<string>): boolean =>
  (selector.replace(/:not\([^)]*\)/g, '').match(/\.[\w-]+/g) ?? []).every((name) => classes.has(name.slice(1)));

/** Commas within parentheses divide no selectors. */
const selectorsOf = (head: string): readonly string[] => head.split(/,(?![^(]*\))/).map((one) => one.trim());

interface Block {
  readonly head: string;
  readonly body: string;
}

const blocksOf = (sheet: string): readonly Block[] => {
  const blocks: Block[] = [];
  let [start, open, depth] = [0, 0, 0];
  for (const { 0: brace, index } of sheet.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (brace === '{' && depth === 1) open = index;
    if (depth > 0) continue;
    blocks.push({ head: sheet.slice(start, open).trim(), body: sheet.slice(open + 1, index).trim() });
    start = index + 1;
  }
  return blocks;
};
