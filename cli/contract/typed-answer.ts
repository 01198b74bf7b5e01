/** What was typed to a question with numbered choices: the index of one, nothing, or what is no choice. */
export const typedAnswer = (line: string, choices: number): number | 'nothing' | 'no-choice' => {
  const said = line.trim();
  if (said === '') return 'nothing';
  const index = Number(said) - 1;
  return Number.isInteger(index) && index >= 0 && index < choices ? index : 'no-choice';
};
