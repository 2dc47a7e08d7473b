import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.view.js';

interface NoticeProps {
  /** `good` says something was done; `caution` asks for attention; `note` only informs. */
  readonly tone: 'good' | 'caution' | 'note';
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

/** A sentence that stands out at the top of a page. */
export function Notice({ tone, icon, children }: NoticeProps): JSX.Element {
  return (
    <div class={`notice ${tone}`}>
      <Icon name={icon ?? (tone === 'good' ? 'check' : 'alert')} />
      <div>{children}</div>
    </div>
  );
}
