import { expect, test } from 'vitest';
import { diffText } from './diff-text.ts';

test('what is new or gone with what is around it is counted there', () => {
  const one = (at: string, change: 'added' | 'gone') => ({ topic: 'elements', at, change }) as const;
  const differences = [
    one('request/Zaak', 'added'),
    one('request/Zaak/Titel', 'added'),
    one('request/Zaak/Plaats', 'added'),
    one('request/Zaak/Plaats/Punt', 'added'),
    one('request/Dossier/Titel', 'gone'),
    one('request/Zaakstuk', 'added'),
  ];

  expect(diffText(differences, 'nl')).toBe(
    'Elementen\n  + Zaak (met 3 erin)\n  - Dossier/Titel\n  + Zaakstuk\n\n6 verschillen: 5 nieuw, 1 vervallen\n',
  );
});

test('a ground is told in the words of the language', () => {
  const [before, after] = ['taken-over', 'assumed'];
  const one = { topic: 'roles', at: 'titel', change: 'changed', fact: 'ground', before, after } as const;

  expect(diffText([one], 'nl')).toContain(
    '~ titel: grond overgenomen, niet door KOOP bevestigd -> aanname (door niemand bevestigd)',
  );
});
