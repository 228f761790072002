/** Sizes of messages between a window and who answers it. Checked before anything is parsed. */

/** Largest file of an attachment, bytes: 10 MB as Windows counts them. */
export const maxAttachmentBytes = 10 * 1024 * 1024;

/** Largest message to the office core, bytes: the largest attachment, or the longest text of a field (six bytes a unit in the worst case), and room around it. */
export const maxMessageBytes = maxAttachmentBytes + 2_000_000;

/** Largest message to the desktop shell, bytes: one file of 50 MB to be saved, and room around it. */
export const maxShellMessageBytes = 51_000_000;
