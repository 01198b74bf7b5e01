import { resolve } from 'node:path';
import ts from 'typescript';
import type { Role } from '#contract/contract';
import { readContract } from '#contract/reader';
import { allUses } from '#contract/use';
import type { HouseRule } from './house-rules.ts';

const { roles, uses } = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));

const pathsOf = (all: readonly Role[], around = ''): readonly string[] =>
  all.flatMap((role) => [
    around + role.name,
    ...pathsOf([...role.roles, ...(role.payload?.roles ?? [])], `${around}${role.name}/`),
  ]);

const bound = new Set(Object.values(uses).flatMap((said) => (typeof said === 'string' ? [] : [said.path])));

/** Paths of roles; of single names only those that code once hung on, since the others are ordinary words. */
const paths = new Set(pathsOf(roles).filter((path) => path.includes('/') || bound.has(path)));
for (const use of allUses) paths.delete(use);

/** Where such a word is no role: a text for people, a column, a key of a profile, an address. */
const elsewhere =
  /^profiles\/|-text\.ts$|^reporters\/clean-up-list\.ts$|^cli\/contract\/diff\/diff-words\.ts$|^endpoint\/mock\/(control|page)\.ts$/;
const product =
  /^(xml|contract|judgement|generators|endpoint|harness|suites|reporters|cli)\/(?!.*\.test\.ts$).*\.(ts|js)$/;

/** A role of the contract 2020/01 that code knows by its name, as a text or as a key. */
export const roleNames: HouseRule = ({ path, text }) => {
  if (!product.test(path) || elsewhere.test(path)) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isStringLiteralLike(node) || ts.isIdentifier(node)) && paths.has(node.text))
      found.push(`${path}:${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
