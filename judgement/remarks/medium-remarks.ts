import { boundTo } from '#contract/roles/bindings';
import { knownMedia } from '#contract/roles/known-media';
import type { Contract } from '#contract/contract';
import { oneMediumText } from '#contract/texts/one-medium-text';
import { quoted } from '#contract/texts/quoted';
import type { OpenElement, OpenNode } from '#xml/document';
import { compileXPath, isNodes } from '#xml/xpath';
import type { Finding } from '../finding.ts';
import { lineOf, pathOf } from '../place.ts';

/** Reads whether a delivery is for one medium, where its contract has media. */
export const mediumReader = (contract: Contract) => {
  const roles = boundTo(contract, 'medium')?.roles ?? [];
  const xpaths = roles.map(({ at }) => compileXPath(at, contract.namespaces));
  const mediaIn = (request: OpenElement): readonly OpenNode[] =>
    xpaths.reduce<readonly OpenNode[]>(
      (from, xpath) =>
        from.flatMap((node) => {
          const value = xpath.evaluate(node);
          return isNodes(value) ? value : [];
        }),
      xpaths.length === 0 ? [] : [request],
    );
  return {
    read: (request: OpenElement): readonly Finding[] => {
      const media = mediaIn(request);
      const several = media.length > 1 ? media[1] : media.find(({ content }) => namesSeveral(content));
      return several === undefined ? [] : [finding(several, request, media)];
    },
    dispose: (): void => {
      for (const xpath of xpaths) xpath.dispose();
    },
  };
};

const namesSeveral = (value: string): boolean =>
  knownMedia.filter((one) => value.toLowerCase().includes(one.toLowerCase())).length > 1;

const finding = (node: OpenNode, request: OpenElement, media: readonly OpenNode[]): Finding => {
  const origin = { node, inside: undefined };
  const named = media
    .slice(0, 5)
    .map(({ content }) => quoted(content))
    .join(', ');
  return {
    constraint: 'delivery#one-medium',
    severity: 'error',
    ground: 'public',
    path: pathOf(origin, request),
    line: lineOf(origin),
    text: {
      nl: `Het bericht noemt meer dan één medium: ${named}. ${oneMediumText.nl}`,
      en: `The message names more than one medium: ${named}. ${oneMediumText.en}`,
    },
  };
};
