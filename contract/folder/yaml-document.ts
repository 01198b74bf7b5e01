import { type Document, isAlias, isMap, isNode, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { ContractError } from './contract-error.ts';
import { yamlProblem } from './yaml-problem.ts';

/** A YAML file: its plain value, and the line of any key or value in it. */
export interface YamlDocument {
  readonly value: unknown;
  /** Line, from 1, of the key at the end of `path`, or of the nearest thing around it that is there. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/** Reads a YAML file; throws `ContractError` with the line of what is wrong in it. */
export const readYaml = (file: string, bytes: Uint8Array): YamlDocument => {
  const counter = new LineCounter();
  const text = decodeText(file, bytes);
  mustBeShallow(file, text);
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const error = document.errors[0] ?? document.warnings[0];
  const line = (offset: number): number => counter.linePos(offset).line;
  if (error !== undefined) {
    const { col } = counter.linePos(error.pos[0]);
    const [key = ''] = text.slice(error.pos[0]).split(/[:\s]/, 1);
    const twice =
      error.code === 'DUPLICATE_KEY' ? `key "${key}" stands here for the second time; remove one` : undefined;
    throw new ContractError({ file, line: line(error.pos[0]) }, twice ?? syntax(error.code, col), error);
  }
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return;
      const place = { file, line: line(alias.range?.[0] ?? 0) };
      throw new ContractError(place, `alias *${alias.source} has no anchor before it; add &${alias.source}`);
    },
  });
  return { value: toValue(file, document), lineOf: (path) => line(offsetOf(document, path)) };
};

/** Far beyond what a person writes, and far within what the parser can go down to. */
const deepest = 100;

/** Looks at the marks that open something, whatever they stand in: the parser goes down into them by itself. */
const mustBeShallow = (file: string, text: string): void => {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    let most = open;
    for (const mark of line.match(/[[\]{}]/g) ?? []) {
      open = Math.max(0, open + (mark === '[' || mark === '{' ? 1 : -1));
      most = Math.max(most, open);
    }
    const items = /^[\s\-?]*/.exec(line)?.[0] ?? '';
    const within = items.match(/[-?]/g)?.length ?? 0;
    if (most + within <= deepest && items.length <= 10 * deepest) continue;
    throw new ContractError(
      { file, line: index + 1 },
      `the file is nested deeper than ${String(deepest)} here; take it apart`,
    );
  }
};

const syntax = (code: string, column?: number): string =>
  `this is not YAML${column === undefined ? '' : ` (column ${String(column)})`}: ${yamlProblem(code).en}; correct the line`;

/** Decodes UTF-8; throws `ContractError` with the line of the first byte that is not. */
const decodeText = (file: string, bytes: Uint8Array): string => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw wide(file);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    mustHaveNoNul(file, text);
    return text;
  } catch (error) {
    if (error instanceof ContractError) throw error;
    const line = firstBadLine(bytes);
    throw new ContractError({ file, line }, 'the file is not UTF-8; save it as UTF-8', error);
  }
};

const wide = (file: string): ContractError =>
  new ContractError({ file, line: 1 }, 'the file is UTF-16; save it as UTF-8');

/** The parser takes the character, which YAML 1.2 (5.1) does not have; in ASCII that is written as UTF-16 every other one is it. */
const mustHaveNoNul = (file: string, text: string): void => {
  const at = text.indexOf('\0');
  if (at < 0) return;
  if (at < 2) throw wide(file);
  const line = text.slice(0, at).split('\n').length;
  throw new ContractError({ file, line }, 'a NUL byte stands here; remove it');
};

/** A line break is never inside a UTF-8 sequence, so lines can be decoded one by one. */
const firstBadLine = (bytes: Uint8Array): number => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const bad = lines.findIndex((line) => {
    const raw = Buffer.from(line, 'latin1');
    return !Buffer.from(decoder.decode(raw), 'utf8').equals(raw);
  });
  return bad + 1;
};

const toValue = (file: string, document: Document): unknown => {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new ContractError({ file, line: 1 }, syntax('RESOURCE_EXHAUSTION'), error);
  }
};

const offsetOf = (document: Document, path: readonly (string | number)[]): number => {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    const found = stepInto(isAlias(node) ? (node.resolve(document) ?? null) : node, step);
    if (found === undefined) return offset;
    offset = found.offset;
    node = found.node;
  }
  return offset;
};

const stepInto = (
  node: Node | null,
  step: string | number,
): { readonly offset: number; readonly node: Node | null } | undefined => {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { offset: item.range?.[0] ?? 0, node: item } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((one) => isNode(one.key) && String(one.key) === String(step));
  if (!isNode(pair?.key)) return undefined;
  return { offset: pair.key.range?.[0] ?? 0, node: isNode(pair.value) ? pair.value : null };
};
