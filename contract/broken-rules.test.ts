import { describe, expect, test } from 'vitest';
import { type BrokenCopy, complaint } from '../test/samples/broken-copy.ts';

type Case = readonly [title: string, damage: (copy: BrokenCopy) => unknown, message: string];

const check = (cases: readonly Case[]): void => {
  test.each(cases)('%s', (_, damage, message) => {
    expect(complaint('test/contracts/bouwmelding', damage)).toBe(message);
  });
};

const sch = 'regels.sch';
const first = '<assert id="aanvang-komt-nog"';

describe('a rule without what it must have is refused with its line', () => {
  check([
    [
      'without an id',
      ({ replace }) => replace(sch, first, '<assert'),
      'regels.sch:10: sch:assert has no id; add the attribute',
    ],
    [
      'without a test',
      ({ replace }) => replace(sch, ' test="$dagen &gt;= 0"', ''),
      'regels.sch:10: sch:assert has no test; add the attribute',
    ],
    [
      'without a role',
      ({ replace }) => replace(sch, ' role="error"', ''),
      'regels.sch:10: rule aanvang-komt-nog has no role; give it error or warning',
    ],
    [
      'with a role that is neither',
      ({ replace }) => replace(sch, 'role="error"', 'role="fatal"'),
      'regels.sch:10: rule aanvang-komt-nog has role "fatal"; give it error or warning',
    ],
    [
      'without a ground',
      ({ replace }) => replace(sch, 'g:standing="confirmed"', ''),
      'regels.sch:10: rule aanvang-komt-nog has no ground; add g:standing and g:source',
    ],
    [
      'with a standing that is unknown',
      ({ replace }) => replace(sch, 'g:standing="confirmed"', 'g:standing="sure"'),
      'regels.sch:10: standing "sure" is unknown; the standings are confirmed, public, taken-over, observed, inferred, assumed',
    ],
    [
      'with a ground without a source',
      ({ replace }) => replace(sch, / g:source="[^"]*"/, ''),
      'regels.sch:10: a ground that is confirmed names no source; add it, or make it assumed',
    ],
    [
      'without diagnostics',
      ({ replace }) => replace(sch, / *diagnostics="[^"]*"/, ''),
      'regels.sch:10: rule aanvang-komt-nog does not name the diagnostic "aanvang-komt-nog.nl"; add it to diagnostics',
    ],
    [
      'that names one diagnostic only',
      ({ replace }) => replace(sch, 'aanvang-komt-nog.nl aanvang-komt-nog.en', 'aanvang-komt-nog.nl'),
      'regels.sch:10: rule aanvang-komt-nog does not name the diagnostic "aanvang-komt-nog.en"; add it to diagnostics',
    ],
    [
      'without a Dutch text',
      ({ replace }) => replace(sch, /<diagnostic id="aanvang-komt-nog.nl"[^]*?<\/diagnostic>/, ''),
      'regels.sch:18: rule aanvang-komt-nog has no text in nl; add the diagnostic "aanvang-komt-nog.nl"',
    ],
    [
      'without an English text',
      ({ replace }) => replace(sch, /<diagnostic id="aanvang-komt-nog.en"[^]*?<\/diagnostic>/, ''),
      'regels.sch:17: rule aanvang-komt-nog has no text in en; add the diagnostic "aanvang-komt-nog.en"',
    ],
    [
      'without any text',
      ({ replace }) =>
        replace(sch, /<diagnostic id="aanvang-komt-nog.nl"[^]*?<\/diagnostic>\s*<diagnostic[^]*?<\/diagnostic>/, ''),
      'regels.sch:10: rule aanvang-komt-nog has no text; add the diagnostics aanvang-komt-nog.nl and aanvang-komt-nog.en',
    ],
    [
      'with an empty text',
      ({ replace }) => replace(sch, 'The start lies in the past. Choose today or later.', ' '),
      'regels.sch:18: diagnostic "aanvang-komt-nog.en" is empty; say what is wrong',
    ],
    [
      'with a text in the wrong language',
      ({ replace }) => replace(sch, 'xml:lang="en"', 'xml:lang="nl"'),
      'regels.sch:18: diagnostic "aanvang-komt-nog.en" has xml:lang "nl"; make it "en"',
    ],
    [
      'with a text in no language',
      ({ replace }) => replace(sch, ' xml:lang="en"', ''),
      'regels.sch:18: diagnostic "aanvang-komt-nog.en" has xml:lang absent; make it "en"',
    ],
    [
      'with a text of another form',
      ({ replace }) => replace(sch, '<diagnostic id="aanvang-komt-nog.nl"', '<diagnostic id="aanvang-komt-nog.fy"'),
      'regels.sch:17: diagnostic id "aanvang-komt-nog.fy" ends in neither .nl nor .en; rename it',
    ],
    [
      'whose id has a typo',
      ({ replace }) => replace(sch, first, '<assert id="aanvang-kont-nog"'),
      'regels.sch:17: diagnostic "aanvang-komt-nog.nl" belongs to no rule, did you mean "aanvang-kont-nog"?',
    ],
    [
      'with the id of another',
      ({ replace }) => replace(sch, '<assert id="spoed-binnen-een-week"', first),
      'regels.sch:13: rule id "aanvang-komt-nog" is used twice; rename one',
    ],
  ]);
});

describe('what the subset does not have is refused with its line', () => {
  const inRule = (markup: string) => (copy: BrokenCopy) =>
    copy.replace(sch, '<let name="dagen"', `${markup}\n      <let name="dagen"`);
  const inSchema = (markup: string) => (copy: BrokenCopy) =>
    copy.replace(sch, '  <pattern>', `  ${markup}\n  <pattern>`);
  check([
    [
      'another query binding',
      ({ replace }) => replace(sch, 'queryBinding="xslt"', 'queryBinding="xslt2"'),
      'regels.sch:2: queryBinding is "xslt2"; only "xslt" is read',
    ],
    [
      'no query binding',
      ({ replace }) => replace(sch, ' queryBinding="xslt"', ''),
      'regels.sch:2: queryBinding is absent; only "xslt" is read',
    ],
    [
      'extends',
      inRule('<extends rule="basis"/>'),
      'regels.sch:7: sch:extends in sch:rule is outside the subset; say it without',
    ],
    [
      'report',
      inRule('<report test="true()"/>'),
      'regels.sch:7: sch:report in sch:rule is outside the subset; say it without',
    ],
    [
      'include',
      inSchema('<include href="meer.sch"/>'),
      'regels.sch:5: sch:include in sch:schema is outside the subset; say it without',
    ],
    [
      'phase',
      inSchema('<phase id="p"/>'),
      'regels.sch:5: sch:phase in sch:schema is outside the subset; say it without',
    ],
    [
      'a key of XSLT',
      inSchema('<key xmlns="http://www.w3.org/1999/XSL/Transform" name="k" match="a" use="b"/>'),
      'regels.sch:5: {http://www.w3.org/1999/XSL/Transform}key in sch:schema is outside the subset; say it without',
    ],
    [
      'an abstract pattern',
      ({ replace }) => replace(sch, '<pattern>', '<pattern abstract="true">'),
      'regels.sch:5: attribute abstract of sch:pattern is outside the subset; remove it',
    ],
    [
      'value-of in a text',
      ({ replace }) => replace(sch, 'The start', '<value-of select="."/>The start'),
      'regels.sch:18: sch:value-of in sch:diagnostic is outside the subset; say it without',
    ],
    ['a let without a value', inRule('<let name="leeg"/>'), 'regels.sch:7: sch:let has no value; add the attribute'],
    [
      'another root',
      ({ write }) => write(sch, '<rules/>'),
      'regels.sch:1: the root is not sch:schema in http://purl.oclc.org/dsdl/schematron; make it so',
    ],
    [
      'markup that is not closed',
      ({ replace }) => replace(sch, '</schema>', ''),
      'regels.sch:23: this is not well-formed XML: the document ends while schema (line 2) is still open; complete it',
    ],
  ]);
});

describe('an expression outside XPath 1.0 is refused with its line', () => {
  const tested = (expression: string) => (copy: BrokenCopy) => copy.replace(sch, '$dagen &gt;= 0', expression);
  check([
    [
      'a function of another version',
      tested("matches(@waarde, '^2')"),
      'regels.sch:10: XPath "matches(@waarde, \'^2\')": matches() is not in the core library of XPath 1.0 that all engines share (column 1); correct the expression',
    ],
    [
      'document()',
      tested("document('x.xml')"),
      'regels.sch:10: XPath "document(\'x.xml\')": document() is not in the core library of XPath 1.0 that all engines share (column 1); correct the expression',
    ],
    [
      'key()',
      tested("key('k', @waarde)"),
      'regels.sch:10: XPath "key(\'k\', @waarde)": key() is not in the core library of XPath 1.0 that all engines share (column 1); correct the expression',
    ],
    [
      'a quantifier',
      tested("some $x in b:spoed satisfies $x = 'ja'"),
      'regels.sch:10: XPath "some $x in b:spoed satisfies $x = \'ja\'": "$x" stands where an operator or the end belongs (column 6); correct the expression',
    ],
    [
      'a word that compares',
      tested('$dagen ge 0'),
      'regels.sch:10: XPath "$dagen ge 0": "ge" stands where an operator or the end belongs (column 8); correct the expression',
    ],
    [
      'dates compared as text',
      tested("@waarde &gt;= '2024-01-01'"),
      'regels.sch:10: XPath "@waarde >= \'2024-01-01\'": ">=" takes numbers only, since engines convert text in different ways: write number(...) (column 9); correct the expression',
    ],
    [
      'a variable that is not there',
      tested('$dag &gt;= 0'),
      'regels.sch:10: XPath "$dag >= 0": variable $dag is unknown, did you mean "$dagen"? (column 1); correct the expression',
    ],
    [
      'a prefix that is not there',
      tested('not(v:spoed)'),
      'regels.sch:10: XPath "not(v:spoed)": prefix "v" is unknown, did you mean "b"? (column 5); correct the expression',
    ],
    [
      'a context that begins nowhere',
      ({ replace }) => replace(sch, 'context="/b:beeld/b:levering/b:aanvang[@dagnummer]"', 'context="b:aanvang"'),
      'regels.sch:6: context "b:aanvang" does not begin at the root; begin it with / or //',
    ],
    [
      'an element that the view does not have',
      tested('not(b:spoedig)'),
      'regels.sch:10: rule aanvang-komt-nog names the element "spoedig", which beeld.xsd does not have, did you mean "spoed"?',
    ],
    [
      'an element without a prefix',
      tested('not(zoet)'),
      'regels.sch:10: rule aanvang-komt-nog names the element "zoet", which beeld.xsd does not have; declare it in beeld.xsd, or correct the rule',
    ],
    [
      'an attribute that the view does not have',
      tested('not(@dagnumer)'),
      'regels.sch:10: rule aanvang-komt-nog names the attribute "dagnumer", which beeld.xsd does not have, did you mean "dagnummer"?',
    ],
    [
      'a let that does not parse',
      ({ replace }) => replace(sch, 'number(@dagnummer) - $vandaag', 'number(@dagnummer) -'),
      'regels.sch:7: XPath "number(@dagnummer) -": the expression ends where a step belongs (column 21); correct the expression',
    ],
    [
      'a variable of the same name',
      ({ replace }) => replace(sch, '<let name="dagen"', '<let name="vandaag" value="1"/><let name="dagen"'),
      'regels.sch:7: variable "vandaag" is defined twice; rename one',
    ],
  ]);
});
