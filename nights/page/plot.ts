import { type Html, markup } from '#pages/markup';
import type { Language } from '#pages/page';
import type { Shortly } from '../memory.ts';
import { dayOf } from '../text/moment.ts';
import { pageWords } from './page-words.ts';

/** Sizes in units of the drawing, which is as wide as its viewBox says. */
const [slot, bar, floor, tallest] = [30, 16, 190, 140];

/** Bars of what was not in order, a night each: what failed is filled and what is undecided hollow, so that it can be read without colour. */
export const plot = (history: readonly Shortly[], language: Language): Html => {
  const words = pageWords[language];
  const most = Math.max(1, ...history.map(({ counts }) => counts.failed + counts.undecided));
  const bars = history.map((night, index) => barsOf(night, { left: 20 + index * slot, most }));
  const days = history.map((night, index) => dayLabel(night, 20 + index * slot, history.length - 1 - index));
  return markup`<svg viewBox="0 0 940 230" width="940" role="img" aria-labelledby="plot-title" font-size="12" fill="#1b1b1b" font-family="system-ui, sans-serif">
<title id="plot-title">${words.plot}</title>
<path d="M15 190H925" stroke="#1b1b1b" fill="none"/>
${bars}
${days}
</svg>`;
};

interface At {
  readonly left: number;
  readonly most: number;
}

const barsOf = ({ counts, told }: Shortly, { left, most }: At): Html => {
  const { failed, undecided } = counts;
  const height = (count: number): number => Math.round((Math.log2(1 + count) / Math.log2(1 + most)) * tallest);
  const [whole, solid] = [height(failed + undecided), height(failed)];
  const hollow = markup`<rect x="${left}" y="${floor - whole}" width="${bar}" height="${whole - solid}" fill="#fff" stroke="#1b1b1b" stroke-width="2"/>`;
  const filled = markup`<rect x="${left}" y="${floor - solid}" width="${bar}" height="${solid}" stroke="#1b1b1b" stroke-width="2"/>`;
  const number = markup`<text x="${left + bar / 2}" y="${floor - whole - 5}" text-anchor="middle">${failed + undecided}</text>`;
  const alarm = markup`<text x="${left + bar / 2}" y="${floor - whole - 20}" text-anchor="middle" font-weight="bold" font-size="16">✗</text>`;
  return markup`${undecided === 0 ? '' : hollow}${failed === 0 ? '' : filled}${failed + undecided === 0 ? '' : number}${told === 'worse' ? alarm : ''}
`;
};

/** Nights between two days that are written out. */
const between = 5;

const dayLabel = ({ began, at }: Shortly, left: number, ago: number): Html | string =>
  ago % between === 0
    ? markup`<text x="${left + bar}" y="${floor + 18}" text-anchor="end">${dayOf(began ?? at)}</text>\n`
    : '';
