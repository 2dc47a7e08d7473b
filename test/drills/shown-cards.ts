/** The cards and replies in channels, as often as each was shown, buttons and their numbers left out. */
export function timesShown(screens: string): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  for (const block of screens.split('\n\n').filter((text) => text.startsWith('#bookings ▸'))) {
    const card = block.replace(/\n *\[\d+\].*$/m, '');
    shown.set(card, (shown.get(card) ?? 0) + 1);
  }
  return shown;
}
