import { dropBlobIn, holdBlob } from '../held-blobs.ts';

/** Hands bytes to the browser as a file to save: it asks for the place, or has one. */
export function download(blob: Blob, fileName: string): void {
  const url = holdBlob(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads the bytes after the click returned.
  dropBlobIn(url, 60_000);
}
