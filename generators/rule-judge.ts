import { ContractError } from '#contract/folder/contract-error';
import { readPlainRules } from '#contract/rules/plain-schematron';
import { compileRules } from '#judgement/oracle-rules';
import { withDocument } from '#xml/document';
import { XPathError } from '#xml/xpath-error';
import type { RuleJudge } from '#documents/rules/document-rule';

/** Compiles a Schematron file of the subset; throws `ContractError` with file and line for what is outside it. */
export const createRuleJudge = (file: string, bytes: Uint8Array): RuleJudge => {
  const { rules, namespaces } = readPlainRules(file, bytes);
  const compiled = placed(file, () => compileRules(rules, namespaces));
  return {
    rules,
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
