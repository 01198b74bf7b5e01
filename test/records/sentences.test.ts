import { expect, test } from 'vitest';
import { requirements } from '#judgement/requirements/registry';

test('every sentence of the requirements stands in a list that can be read through, in both languages', async () => {
  const told = [...requirements].flatMap(([id, { text, cause, remedy }]) => [
    id,
    ...[text, cause, remedy].flatMap(({ nl, en }) => [`  ${nl}`, `  ${en}`]),
    '',
  ]);

  await expect(told.join('\n')).toMatchFileSnapshot('sentences.txt');
});
