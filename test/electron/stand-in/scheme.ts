/** Chromium has no scheme `lotse`: its pages live at `https://app/`, a host without a dot, and every address is translated at the edge. */

const inChromium = /^(blob:)?https:\/\/([a-z]+)(?=[/?#]|$)/;
const inElectron = /^(blob:)?lotse:\/\/([a-z]+)(?=[/?#]|$)/;

export function toElectron(address: string): string {
  return address.replace(inChromium, '$1lotse://$2');
}

export function toChromium(address: string): string {
  return address.replace(inElectron, '$1https://$2');
}

/** An origin as `WebFrameMain.origin` names it. */
export function originOf(address: string): string {
  const inner = address.replace(/^blob:/, '');
  if (inElectron.test(inner)) return inner.replace(/^(lotse:\/\/[a-z]+).*$/s, '$1');
  const url = URL.parse(inner);
  return url === null ? 'null' : url.origin;
}
