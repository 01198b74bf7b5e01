import { clauses } from './clause.ts';

/** Expressions of part 2, appendix F, by what they show. */
const expressions: Readonly<Record<string, string>> = {
  'F branches': 'a|bc|def',
  'F an empty branch': 'a|',
  'F quantifiers': 'a?b*c+d{2}e{1,3}f{2,}',
  'F groups': '(ab|c(d|e)){2,3}',
  'F.1 a class with ranges': '[a-fA-F0-9_.-]{4}',
  'F.1 a negated class': '[^a-z&lt;&amp;]{3}',
  'F.1 a subtraction': '[a-z-[aeiou]]{5}',
  'F.1 a subtraction of a subtraction': '[a-z-[b-y-[m-n]]]{5}',
  'F.1 a negated class with a subtraction': '[^0-9-[a-z]]{3}',
  'F.1.1 categories of letters': '\\p{Lu}\\p{Ll}\\p{L}{2}\\p{Lo}',
  'F.1.1 categories of marks and numbers': '\\p{L}\\p{M}?\\p{Nd}\\p{N}\\p{Nl}?',
  'F.1.1 categories of punctuation': '\\p{Pc}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Po}\\p{P}',
  'F.1.1 categories of symbols': '\\p{Sm}\\p{Sc}\\p{Sk}\\p{So}\\p{S}',
  'F.1.1 separators': 'a\\p{Zs}b\\p{Z}c',
  'F.1.1 a category denied': '\\P{L}\\P{Nd}{2}',
  'F.1.1 categories in a class': '[\\p{Lu}\\p{Nd}_]{4}',
  'F.1.1 blocks': '\\p{IsBasicLatin}{2}\\p{IsLatin-1Supplement}\\p{IsGreek}',
  'F.1.1 a block denied': '\\P{IsBasicLatin}{2}',
  'F.1.1 blocks of other scripts': '\\p{IsCyrillic}\\p{IsHebrew}\\p{IsArabic}\\p{IsCJKUnifiedIdeographs}',
  'F.1.1 a block in a class with a subtraction': '[\\p{IsBasicLatin}-[\\p{Lu}\\p{C}]]{4}',
  'F.1.1 multi-character escapes': '\\d\\D\\w\\W\\S',
  'F.1.1 white space': 'a\\sb',
  'F.1.1 names': '\\i\\c\\c',
  'F.1.1 names denied': '\\I\\C',
  'F.1.1 names in a class': '[\\i-[:]][\\c-[:]]*',
  'F.1.1 single escapes': '\\\\\\|\\.\\-\\^\\?\\*\\+\\{\\}\\(\\)\\[\\]',
  'F.1.1 escapes of white space': 'a\\tb\\nc',
  'F.1 the wildcard': 'a.b.{2}',
  'F no anchors': '^a$',
  'F a hyphen at either end': '[-a][a-]',
  'F a caret inside': '[a^b]{2}',
  'F counts': '[ab]{0}c{0,2}d{1}',
  'F alternatives with a shared start': '(abc|abd|ab)e?',
  'F nested repetition': '((a+b?)+c){1,2}',
  'F a bound that is large': '[0-9]{100,120}',
  'F a postcode': '[1-9][0-9]{3}\\s?[A-Z]{2}',
  'F an address for mail': '[^@\\s]+@[^@\\s]+\\.[a-z]{2,4}',
  'F an identifier of a regulation': '/(join|akn)/(id|nl)/[a-z]+/[^/]+/[0-9]{4}/[A-Za-z0-9_]+',
};

/** Part 2, appendix F: regular expressions. */
export const patterns = clauses(
  Object.fromEntries(
    Object.entries(expressions).map(([title, expression]) => [
      `2:${title}`,
      `
    <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" maxOccurs="5"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="${expression}"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType></xs:element>`,
    ]),
  ),
);
