import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether a page stands in a frame of another site, in which only the way to a booking may open. */
export const InFrame = createContext(false);

interface OutwardProps {
  readonly href: string;
  readonly rel?: string;
  readonly class?: string;
  /** The page is loaded anew when its reader comes back. */
  readonly 'data-look-again'?: string;
  readonly children: ComponentChildren;
}

/** A link that leaves the way to a booking: out of a frame it opens beside it. */
export function Outward({ children, ...link }: OutwardProps): JSX.Element {
  const target = useContext(InFrame) ? '_blank' : undefined;
  return (
    <a {...link} target={target}>
      {children}
    </a>
  );
}
