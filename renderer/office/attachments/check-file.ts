/** Looks at a file before it is sent: what it is by its content, and how large. Pure but for reading it. */
import { kindOfFile } from '../../../shared/cases/file-kind.ts';
import { maxAttachmentBytes } from '../../../shared/rpc/limits.ts';
import { attachmentTexts as texts } from './texts.ts';

/** A German sentence on why it cannot be attached; null when it can. */
export async function whyNotAttached(file: File): Promise<string | null> {
  if (file.size === 0) return texts.empty(file.name);
  if (file.size > maxAttachmentBytes) return texts.tooLarge(file.name);
  return kindOfFile(new Uint8Array(await file.arrayBuffer())) === null ? texts.wrongKind(file.name) : null;
}

/** The name without its ending: what the file will be called until somebody says better. */
export function titleOf(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 200) || fileName.slice(0, 200);
}
