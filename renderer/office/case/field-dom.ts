/** Where a field stands in the page, so that a list can jump to it. */

/** Entry ids are hex and field ids have dots: both are made fit for an id. */
export function fieldDomId(entry: string, field: string): string {
  return `f-${entry === '' ? 'case' : entry}-${field.replaceAll('.', '-')}`;
}

const focusable = 'input:not([type=hidden]), select, textarea, button, [tabindex="0"]';

/** Focuses the control of a field inside `root` and brings it into view; false when it is not on the page. */
export function focusField(root: ParentNode, entry: string, field: string): boolean {
  const id = fieldDomId(entry, field);
  const box = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
  if (box === null) return false;
  for (let fold = box.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  const target = box.querySelector<HTMLElement>(`#${CSS.escape(id)}`) ?? box;
  const inside = [...target.querySelectorAll<HTMLElement>(focusable)];
  // The small menu of a field stands in the same box; a jump is meant for the answer.
  const control = target.matches('fieldset, div') ? (inside.find((one) => one.closest('.aside') === null) ?? inside[0] ?? target) : target;
  box.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
  return true;
}

/** Where somebody typed when the page went: ids and places only, never a word of it. */
let left: { readonly address: string; readonly id: string; readonly from: number | null; readonly to: number | null } | null = null;

/** Puts the caret back where it stood; false when that field is not on this page. Asked for once. */
export function returnToTyping(root: ParentNode): boolean {
  const place = left;
  left = null;
  if (place === null || place.address !== location.hash) return false;
  const control = root.querySelector<HTMLElement>(`#${CSS.escape(place.id)}`);
  if (control === null) return false;
  for (let fold = control.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  control.focus();
  if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text')) control.setSelectionRange(place.from, place.to);
  return true;
}

function rememberPlace(control: HTMLElement): void {
  const text = control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text');
  left = control.id === '' ? null : { address: location.hash, id: control.id, from: text ? control.selectionStart : null, to: text ? control.selectionEnd : null };
}

/** Leaves the field somebody is typing in, so that it hands out what only stands in it, such as half a date. */
export function handOutTyping({ comeBack = false } = {}): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest('[data-case]') !== null) {
    if (comeBack) rememberPlace(activeElement);
    activeElement.blur();
  }
}
