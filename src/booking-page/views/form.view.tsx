import type { JSX } from 'preact';
import type { Query } from './address.js';

export function HiddenFields({ fields }: { readonly fields: Query }): JSX.Element {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
