import type { Rule } from '#contract/contract';
import { ContractError } from '#contract/contract-error';
import { readPlainRules } from '#contract/plain-schematron';
import { compileRules } from '#judgement/oracle-rules';
import { withDocument } from '#xml/document';
import { XPathError } from '#xml/xpath-error';

/** The rules of a Schematron file, ready to look at documents. */
export interface RuleJudge {
  readonly rules: readonly Rule[];
  readonly namespaces: Readonly<Record<string, string>>;
  /** The rules that a document breaks, each once. */
  readonly broken: (bytes: Uint8Array) => readonly Rule[];
  /** Frees what it holds outside the reach of the garbage collector. */
  readonly dispose: () => void;
}

/** Compiles a Schematron file of the subset; throws `ContractError` with file and line for what is outside it. */
export const createRuleJudge = (file: string, bytes: Uint8Array): RuleJudge => {
  const { rules, namespaces } = readPlainRules(file, bytes);
  const compiled = placed(file, () => compileRules(rules, namespaces));
  return {
    rules,
    namespaces,
    broken: (document) =>
      placed(file, () =>
        withDocument(document, ({ root }) => [...new Set(compiled.breaches(root).map(({ rule }) => rule))]),
      ),
    dispose: compiled.dispose,
  };
};

const placed = <Result>(file: string, use: () => Result): Result => {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof XPathError)) throw error;
    throw new ContractError({ file, line: 0 }, `${error.message}; correct the expression`, error);
  }
};

/** The id of the constraint that a rule is: `rules.sch#title-says-something`. */
export const ruleId = ({ id, place }: Rule): string => `${place.file}#${id}`;
