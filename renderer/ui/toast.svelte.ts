/** Short messages at the lower edge that are also read out. One list for the whole window, drawn by `Toasts.svelte`. */

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'info' | 'good' | 'danger';
}

/** How long a message stays, in milliseconds; a `danger` one stays until it is dismissed. */
const shownMs = 6_000;

let last = 0;
export const toasts = $state<{ list: readonly Toast[] }>({ list: [] });

/** Shows and reads out one sentence; said again it stands there once, as the newest. No personal data beyond what is on the screen already. */
export function announce(text: string, kind: Toast['kind'] = 'info'): void {
  const toast: Toast = { id: ++last, text, kind };
  const others = toasts.list.filter((one) => one.text !== text || one.kind !== kind);
  toasts.list = [...others.slice(-3), toast];
  if (kind !== 'danger') setTimeout(() => dismiss(toast.id), shownMs);
}

/** Another page is in front: what went well on the former one is no news there. What went wrong stays until it is dismissed. */
export function turnPage(): void {
  toasts.list = toasts.list.filter(({ kind }) => kind === 'danger');
}

/** Takes all away: whoever comes next need not know what was done. */
export function dismissAll(): void {
  toasts.list = [];
}

export function dismiss(id: number): void {
  toasts.list = toasts.list.filter((toast) => toast.id !== id);
}
