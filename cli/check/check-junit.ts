import { visible } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import { serialize } from '#xml/serialize';
import type { XmlElement } from '#xml/tree';
import type { Checked, Counts } from './counts.ts';
import { placeText } from './finding-text.ts';
import type { FileFinding, JudgedFile, Unseen } from './judged-file.ts';
import { junitNode } from '#reporters/junit-node';

/** Files as JUnit XML, a case each: what makes one invalid is a failure, a warning stands in its output, and what was passed over is skipped. */
export const checkJunit = ({ files, strange }: Checked, counts: Counts, language: Language): string => {
  const tests = String(files.length + strange.length);
  const totals = { tests, failures: String(counts.invalid), errors: '0', skipped: String(strange.length) };
  const cases = [
    ...files.map((file) => testCase(file, language)),
    ...strange.map(({ name, why }) =>
      junitNode('testcase', { classname: 'none', name }, [junitNode('skipped', { message: why[language] })]),
    ),
  ];
  const suite = junitNode('testsuite', { name: '3pas check', ...totals }, cases);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(junitNode('testsuites', { name: '3pas check', ...totals }, [suite]))}\n`;
};

const testCase = ({ name, kind, findings, unseen = [] }: JudgedFile, language: Language): XmlElement => {
  const said = (some: readonly FileFinding[]): string =>
    some.map((one) => visible(`${placeText(name, one)}: ${one.text[language]} (${one.constraint})`)).join('\n');
  const errors = findings.filter(({ isError }) => isError);
  const notJudged = ({ constraint, text }: Unseen): string =>
    visible(`${language === 'nl' ? 'niet beoordeeld' : 'not judged'}: ${text[language]} (${constraint})`);
  const warnings = findings.filter(({ isError }) => !isError);
  return junitNode('testcase', { classname: kind, name }, [
    ...(errors.length === 0
      ? []
      : [
          junitNode('failure', { type: errors[0]?.requirement ?? 'check', message: String(errors.length) }, [
            said(errors),
          ]),
        ]),
    ...(warnings.length + unseen.length === 0
      ? []
      : [junitNode('system-out', {}, [[said(warnings), ...unseen.map(notJudged)].filter(Boolean).join('\n')])]),
  ]);
};
