import { expect, test } from 'vitest';
import { openNumber, referenceOf, stamp, testNotice } from './marks.ts';

const mark = stamp('nacht', '000000000042');

test('the number is put in wherever the whole reference stands', () => {
  const open = referenceOf('nacht', openNumber);

  expect(mark(`${open} en ${open}`)).toBe('3PASTEST-nacht-000000000042 en 3PASTEST-nacht-000000000042');
  expect(mark(testNotice(open))).toContain('(3PASTEST-nacht-000000000042)');
});

test('an edited reference stays as it is', () => {
  expect(mark('3PASTEST-nacht-00000000000')).toBe('3PASTEST-nacht-00000000000');
  expect(mark(`3PASTEST-ander-${openNumber}`)).toBe(`3PASTEST-ander-${openNumber}`);
});

test.each(['42', '0000000000420', '00000000004x'])('%s is no number to stamp', (number) => {
  expect(() => stamp('nacht', number)).toThrow('twelve digits');
});
