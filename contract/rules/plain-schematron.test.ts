import { describe, expect, test } from 'vitest';
import { readPlainRules } from './plain-schematron.ts';

const read = (body: string) =>
  readPlainRules(
    'rules.sch',
    Buffer.from(`<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="o" uri="urn:o"/>${body}</schema>`),
  ).rules;

describe('ISO Schematron without what a contract asks for', () => {
  test('gets ids, roles and texts', () => {
    const rules = read(
      `<pattern><rule context="/o:order"><assert test="o:to">An end for <value-of select="o:name"/>.</assert>
        <assert id="two" role="warning" flag="x" test="true()">Two.</assert></rule></pattern>`,
    );

    expect(rules).toMatchObject([
      { id: 'assert-1', severity: 'error', text: { nl: 'An end for {o:name}.', en: 'An end for {o:name}.' } },
      { id: 'two', severity: 'warning', place: { file: 'rules.sch', line: 2 } },
    ]);
  });

  test('looks for contexts anywhere, alternatives each', () => {
    const [rule] = read(
      `<pattern><rule context="o:a[b | c] | /o:d | @e"><assert test="true()">Yes.</assert></rule></pattern>`,
    );

    expect(rule?.context).toBe('//o:a[b | c] | /o:d | //@e');
  });

  test('turns a report round', () => {
    const [rule] = read(`<pattern><rule context="o:a"><report test="o:b or o:c">No.</report></rule></pattern>`);

    expect(rule?.test).toBe('not(o:b or o:c)');
  });

  test('keeps texts in both languages', () => {
    const [rule] = read(
      `<pattern><rule context="o:a"><assert id="r" test="true()" diagnostics="r.nl r.en"/></rule></pattern>
      <diagnostics><diagnostic id="r.nl" xml:lang="nl">Ja.</diagnostic><diagnostic id="r.en" xml:lang="en">Yes.</diagnostic></diagnostics>`,
    );

    expect(rule?.text).toEqual({ nl: 'Ja.', en: 'Yes.' });
  });

  test.each([
    ['<phase id="p"/>', 'rules.sch:1: sch:phase in sch:schema is outside the subset'],
    ['<pattern abstract="true"/>', 'attribute abstract of sch:pattern is outside the subset'],
    ['<pattern><rule context="o:a"><assert test="current()">x</assert></rule></pattern>', 'current'],
    ['<pattern><rule context="x:a"><assert test="true()">x</assert></rule></pattern>', 'x'],
  ])('is refused with its line for %s', (body, said) => {
    expect(() => read(body)).toThrow(said);
  });
});
