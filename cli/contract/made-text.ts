import { quoted } from '#reporters/command-again';
import type { Language } from '#reporters/texts';
import { inDutch } from '../dutch/in-dutch.ts';
import { countsText } from './counts-text.ts';
import type { Made } from './init.ts';
import { untestedOperations } from './untested-operations.ts';

/** What `contract init` made, what is open, and what comes next. */
export const madeText = (made: Made, out: string, language: Language): string => {
  const words = texts[language];
  const { plan, contract } = made;
  const { offer, grounding } = plan.blueprint;
  const said = (question: string): string => (language === 'nl' ? inDutch(question) : question);
  const open = plan.questions.map(({ about, question }) => `  ${about}: ${said(question)}`);
  const left = plan.rules.left;
  return [
    `${out}: ${countsText(contract, language)}`,
    words.operation(
      [offer.operation.name, ...[...plan.deliverOf.values()].map(({ name }) => name)].join(', '),
      offer.port.name,
    ),
    ...(plan.others.length === 0 ? [] : [untestedOperations(plan.others, language)]),
    words.rules(plan.rules.kept.length, left.length, plan.rules.hasFaces),
    ...(left.length === 0 ? [] : [`  ${left.join(', ')}`]),
    ...(plan.fault === undefined ? [words.fault] : []),
    ...(open.length === 0 ? [] : [words.open, ...open]),
    ...(grounding.ground === 'assumed' ? [words.source] : [words.takenOver(grounding.source)]),
    made.refusal === undefined ? words.taken(contract.documentTypes.length) : words.refused(said(made.refusal)),
    words.described(quoted(`${out}/description.csv`)),
    words.next(quoted(out)),
    '',
  ].join('\n');
};

const texts = {
  nl: {
    operation: (operation: string, port: string) => `Aanleveringen gaan naar ${operation} van poort ${port}.`,
    rules: (kept: number, left: number, hasFaces: boolean) =>
      `Regels: ${String(kept)} overgenomen van het meegeleverde contract${hasFaces ? ', met rules.mjs' : ''}, ${String(left)} niet${left === 0 ? '' : ', want hun gegevens of waarden zijn er niet of het toeval houdt ze niet:'}`,
    fault: 'Van geen Fault is te zeggen waar code, tekst en element staan; service.fault ontbreekt.',
    open: 'Open, in contract.yaml onder open; verbeter wat niet klopt en haal de regel weg:',
    source:
      'Waar dit op rust: aannamen. Geef met --source het document waar de WSDL bij hoort, dan telt het mee in eigen runs.',
    takenOver: (source: string) => `Waar dit op rust: overgenomen uit ${source}, niet door KOOP bevestigd.`,
    described: (file: string) =>
      `Wat de stukken verder zeggen (verplicht, lengte, waarden) hoort in ${file}; zie docs/first-contract.md.`,
    taken: (types: number) =>
      `Geprobeerd: van ${types === 1 ? 'het documenttype' : `elk van de ${String(types)} documenttypen`} een paar aanleveringen, en de eigen mock neemt ze aan.`,
    refused: (why: string) => `Geprobeerd: de eigen mock neemt niet elke aanlevering aan: ${why}`,
    next: (out: string) =>
      `Verder: npx 3pas contract lint ${out}, en npx 3pas run --profile mock-poc --contract ${out}`,
  },
  en: {
    operation: (operation: string, port: string) => `Deliveries go to ${operation} of port ${port}.`,
    rules: (kept: number, left: number, hasFaces: boolean) =>
      `Rules: ${String(kept)} carried over from the contract that comes with 3pas${hasFaces ? ', with rules.mjs' : ''}, ${String(left)} not${left === 0 ? '' : ', since their data or values are not there or chance does not keep them:'}`,
    fault: 'Of no Fault it can be told where code, text and element stand; service.fault is left out.',
    open: 'Open, in contract.yaml under open; correct what is wrong and take the line out:',
    source:
      'It rests on assumptions. Name with --source the document that the WSDL comes with, and it binds in runs of your own.',
    takenOver: (source: string) => `It rests on what was taken over from ${source}, not confirmed by KOOP.`,
    described: (file: string) =>
      `What the papers say besides (required, length, values) goes in ${file}; see docs/first-contract.md.`,
    taken: (types: number) =>
      `Tried: a few deliveries of ${types === 1 ? 'the document type' : `each of the ${String(types)} document types`}, and its own mock takes them.`,
    refused: (why: string) => `Tried: its own mock does not take every delivery: ${why}`,
    next: (out: string) => `Next: npx 3pas contract lint ${out}, and npx 3pas run --profile mock-poc --contract ${out}`,
  },
} as const;
