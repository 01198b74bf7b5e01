import { useNames } from '#contract/roles/use-names';
import { wrongYaml } from '../wrong-yaml.ts';
import { contractPhrases } from './contract-phrases.ts';
import { descriptionPhrases } from './description-phrases.ts';
import { deliveryPhrases } from './delivery-phrases.ts';
import { byPhrases, type Phrase, placeIn, soughtOf } from './phrase.ts';
import { rulePhrases } from './rule-phrases.ts';
import { libxmlPhrases, ringPhrases, schemaPhrases } from './schema-phrases.ts';
import { wsdlPhrases } from './wsdl-phrases.ts';

/** What follows a name that nothing is called. */
const hints: readonly Phrase[] = [[', did you mean "{1}"?', ', bedoelt u "{1}"?']];

const uses = Object.values(useNames).map(({ en, nl }): Phrase => [en, nl]);

const phrases = [
  ...[contractPhrases, descriptionPhrases, rulePhrases],
  ...[wsdlPhrases, deliveryPhrases, hints, uses, schemaPhrases, libxmlPhrases, ringPhrases],
].flatMap((some) => some.map(soughtOf));

/** What is said of a contract folder, a WSDL or an endpoint, in Dutch; what is not known stays English. */
export const inDutch = (said: string): string => said.split('\n').map(lineInDutch).join('\n');

const lineInDutch = (line: string): string => {
  const [place, sentence] = placeIn(line);
  const ended = sentence.endsWith('.') && !sentence.endsWith('..') ? '.' : '';
  const bare = ended === '' ? sentence : sentence.slice(0, -1);
  const found = byPhrases(sentence, phrases) ?? byPhrases(bare, phrases)?.concat(ended);
  return found === undefined ? wrongYaml(line) : place + found;
};
