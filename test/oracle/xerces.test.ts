import { expect, test } from 'vitest';
import { hasJdk } from '#documents/judge/xerces';
import { judgeWithXerces } from './xerces.ts';

const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';

const schema =
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:simpleType>' +
  '<xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType></xs:element></xs:schema>';

/** Xerces quotes the value, and what reads its lines ends one at each of these. */
const lineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

test.skipIf(noJdk !== '')(
  `each document gets its own verdict of Xerces, whatever ends lines in it${noJdk}`,
  async () => {
    const texts = lineEnds.flatMap((end) => [`xx${end}xx`, 'xx']);
    const documents = texts.map((text) => new TextEncoder().encode(`<a>${text.replace('\r', '&#13;')}</a>`));

    const [verdicts = []] = await judgeWithXerces([
      { files: new Map([['a.xsd', new TextEncoder().encode(schema)]]), documents },
    ]);

    expect(verdicts.map(({ kind }) => kind)).toEqual(lineEnds.flatMap(() => ['invalid', 'valid']));
  },
);
