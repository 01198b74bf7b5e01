import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

const keys = ['title', 'namespaces', 'documentTypes', 'roles', 'rules'];

describe('nearest', () => {
  test.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['namespace', 'namespaces'],
    ['document-types', 'documentTypes'],
    ['role', 'roles'],
    ['rule', 'rules'],
    ['xyzzy', undefined],
    ['', undefined],
    ['nmspcs', undefined],
  ])('finds for %j the candidate %j', (word, candidate) => {
    expect(nearest(word, keys)).toBe(candidate);
  });

  test('finds nothing among no candidates', () => {
    expect(nearest('title', [])).toBeUndefined();
  });

  test('is asked as a question', () => {
    expect(didYouMean('titel', keys)).toBe(', did you mean "title"?');
    expect(didYouMean('xyzzy', keys)).toBe('');
  });
});
