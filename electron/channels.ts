/**
 * Every channel between main and a window: two, both from main to the window, both carrying one port and nothing else. A window can send
 * nothing on a channel: what it asks for goes through a port (R21, docs/decisions/0008-desktop-shell.md).
 */
export const channels = ['lotse:core', 'lotse:shell'] as const;

/** `lotse:core` ends in the office core, `lotse:shell` in main. */
export type Channel = (typeof channels)[number];
