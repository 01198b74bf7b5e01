import type { Contract } from '#contract/contract';
import { deliveriesOf } from '#contract/deliveries';
import type { Bilingual } from '#contract/texts/bilingual';
import { otherForm } from '#contract/texts/other-form';
import { quoted } from '#contract/texts/quoted';
import { messageIn } from './http-text.ts';
import { rootIn } from './kind.ts';
import { sourceText } from './source-text.ts';

/** What a file that is no delivery is instead. */
export interface OtherKind {
  readonly why: Bilingual;
  /** Whether it is what an endpoint answers, so that it may well lie beside the deliveries. */
  readonly isAnswer: boolean;
}

/** Tells of files that are an answer of the service: with or without its HTTP head or its envelope. */
export const answersOf = ({ service }: Pick<Contract, 'service'>): ((bytes: Uint8Array) => boolean) => {
  const names = new Set(
    [...deliveriesOf(service), service.alive].flatMap((one) => (one === undefined ? [] : [one.response.name])),
  );
  return (bytes) => {
    const { start, body } = messageIn(bytes);
    if (/^HTTP\/\d/.test(start)) return true;
    const { text } = sourceText(body);
    const root = rootIn(text);
    if (root === undefined) return false;
    return root.name === 'Envelope' ? isAnswer(inBody(text.slice(0, mostRead)), names) : names.has(root.name);
  };
};

/** Characters in which the Body begins, after what its Header may hold. */
const mostRead = 200_000;

const isAnswer = (name: string | undefined, names: ReadonlySet<string>): boolean =>
  name !== undefined && (name === 'Fault' || names.has(name));

/** The local name of what stands first in a Body. */
const inBody = (text: string): string | undefined =>
  /<(?:[\w.-]+:)?Body(?:\s[^>]*)?>\s*(?:<!--[^]*?-->\s*)*<(?:[\w.-]+:)?([\w.-]+)/.exec(text)?.[1];

const answer: Bilingual = {
  nl: 'dit is een antwoord van de dienst, geen aanlevering',
  en: 'this is an answer of the service, no delivery',
};

/** What a file is of which nothing is to be judged, and why. */
export const otherKind = (bytes: Uint8Array, isAnswer: (bytes: Uint8Array) => boolean): OtherKind => {
  if (isAnswer(bytes)) return { why: answer, isAnswer: true };
  return { why: whyNone(bytes), isAnswer: false };
};

const whyNone = (bytes: Uint8Array): Bilingual => {
  if (bytes.length === 0) return { nl: 'het bestand is leeg', en: 'the file is empty' };
  const form = otherForm(bytes) ?? formByRoot(sourceText(bytes).text);
  const [nl, en] = form === undefined ? ['', ''] : [`${form.nl}, en `, `${form.en}, and `];
  return {
    nl: `dit is ${nl}geen SOAP-bericht, dossier, inhoud.xml of zip daarvan`,
    en: `this is ${en}no SOAP message, dossier, inhoud.xml or zip of one`,
  };
};

const formByRoot = (text: string): Bilingual | undefined => {
  if (text.trim() === '') return { nl: 'alleen witruimte', en: 'white space alone' };
  const root = rootIn(text)?.name;
  if (root === undefined) return undefined;
  return (
    roots[root.toLowerCase()] ?? {
      nl: `XML met ${quoted(root)} als hoofdelement`,
      en: `XML with ${quoted(root)} as its root`,
    }
  );
};

const roots: Readonly<Record<string, Bilingual>> = {
  html: {
    nl: 'een webpagina (HTML), zoals een inlogpagina of foutmelding van een proxy',
    en: 'a web page (HTML), such as a login page or an error of a proxy',
  },
  definitions: { nl: 'een WSDL, de beschrijving van een dienst', en: 'a WSDL, the description of a service' },
  schema: { nl: 'een XML-schema (XSD)', en: 'an XML schema (XSD)' },
};
