import { describe, expect, test } from 'vitest';
import { together } from './together.ts';

describe('two things that go on side by side', () => {
  const undone: string[] = [];
  const undo = (made: string): Promise<void> => {
    undone.push(made);
    return Promise.resolve();
  };

  test('are both there when neither goes wrong', async () => {
    expect(await together(Promise.resolve('a'), Promise.resolve(1), undo)).toEqual(['a', 1]);
    expect(undone).toEqual([]);
  });

  test('leave nothing behind when the second goes wrong, however late the first is made', async () => {
    const late = new Promise<string>((resolve) => {
      setImmediate(() => {
        resolve('b');
      });
    });

    await expect(together(late, Promise.reject(new Error('weg')), undo)).rejects.toThrow('weg');
    expect(undone).toEqual(['b']);
  });

  test('have nothing to undo when the first goes wrong', async () => {
    await expect(together(Promise.reject(new Error('eerst')), Promise.resolve(1), undo)).rejects.toThrow('eerst');
    expect(undone).toEqual(['b']);
  });
});
