import { dropBlobIn, holdBlob } from '../held-blobs.ts';

/** Hands bytes to the shell as a file to save. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = holdBlob(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The shell reads the bytes after the click returned.
  dropBlobIn(url, 60_000);
}
