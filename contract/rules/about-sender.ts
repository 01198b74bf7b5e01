import { xpathTokens } from '#xml/xpath-tokens';
import type { Rule } from '../contract.ts';
import type { Bilingual } from '../texts/bilingual.ts';
import { expressionsOf } from './expressions.ts';

/** Facts about the sender of a delivery that no delivery says. */
interface Sender {
  readonly oin: string | undefined;
  readonly mandates: readonly unknown[] | undefined;
}

type Asked = keyof Sender;

/** Facts about the sender that decide a rule. One that asks whether mandates are known (`@machtigingen`) says itself what holds where they are not. */
export const askedOfSender = (rule: Rule): readonly Asked[] => {
  const written = expressionsOf(rule).map((expression) =>
    xpathTokens(expression)
      .map(({ text }) => text)
      .join(''),
  );
  if (written.some((text) => text.includes('@machtigingen'))) return [];
  const isWithin = /(?:^|[/:])context$/.test(written[0] ?? '');
  const asks = (step: string): boolean =>
    written.some((text) =>
      new RegExp(`${isWithin ? '' : String.raw`(?:context|\$[\w.-]+)/`}${step}(?![\w.-])`).test(text),
    );
  return [
    ...(asks(String.raw`(?:[\w-]+:)?machtiging`) ? (['mandates'] as const) : []),
    ...(asks('@oin') ? (['oin'] as const) : []),
  ];
};

/** Why nobody can judge a rule that asks this of the sender; undefined where all of it is known. */
export const unknownOf = (asked: readonly Asked[], sender: Sender): Bilingual | undefined => {
  const unknown = asked.find((one) => sender[one] === undefined);
  return unknown && texts[unknown];
};

const texts: Readonly<Record<Asked, Bilingual>> = {
  mandates: {
    nl: 'nergens staat voor welk bevoegd gezag het bericht is aangeleverd: er is geen certificaat van een organisatie met de naam van één bevoegd gezag uit de waardelijsten',
    en: 'nothing says for which body the message was delivered: there is no certificate of an organisation that has the name of one body in the value lists',
  },
  oin: {
    nl: 'nergens staat wie het bericht aanleverde: er is geen certificaat met een OIN',
    en: 'nothing says who delivered the message: there is no certificate with an OIN',
  },
};
