import { unescapeText } from './slack-text.js';

/**
 * What somebody typed, as our grammar reads it. Slack writes a person as `<@U123|ada>`, a channel as
 * `<#C123|sales>`, an address as `<https://…|…>`, and escapes `&`, `<` and `>`.
 */
export function typedText(text: string): string {
  return unescapeText(
    text.replace(MARKUP, (whole, target: string, label: string | undefined) => {
      if (target.startsWith('@') || target.startsWith('#')) return target;
      if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
      return ADDRESS.test(target) ? typedAddress(target, label) : whole;
    }),
  );
}

/** A command with its slash, as it came in two fields. */
export const typedCommand = (command: string, text: string): string =>
  `${command} ${typedText(text)}`.trim();

const MARKUP = /<([^<>|]{1,3000})(?:\|([^<>]{0,3000}))?>/g;
const ADDRESS = /^(?:https?|mailto|tel|ftp):/i;

/** Slack makes links of `example.com` and of mail addresses; a label of another kind may hide where it leads. */
function typedAddress(address: string, label: string | undefined): string {
  if (label === undefined || label === '') return address.replace(/^(?:mailto|tel):/i, '');
  const isTyped = address.replace(/\/$/, '').endsWith(label.replace(/\/$/, ''));
  return isTyped ? label : address.replace(/^(?:mailto|tel):/i, '');
}
