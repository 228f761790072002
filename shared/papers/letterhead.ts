/** Head and foot of the papers an office gives out: its own setting, the same on every paper. */
import { z } from 'zod';

/** A picture as it is printed. PNG and JPEG alone: a drawing in SVG may name fonts and files that are not there. */
export const Logo = z.strictObject({
  mime: z.enum(['image/png', 'image/jpeg']),
  /** Base64; what is too large a picture is told so, see logo.ts, a whole film is cut off here. */
  data: z.base64().max(2_000_000),
  /** What it shows, for who cannot see it: "Logo der Caritas". */
  alt: z.string().trim().min(1).max(120),
});
export type Logo = z.infer<typeof Logo>;

export const Letterhead = z.strictObject({
  /** Who carries the JMD: "Caritasverband Nordheide e. V."; '' where it is not to be printed. */
  carrier: z.string().trim().max(160),
  /** Street and town of the office, a line each. */
  address: z.string().trim().max(300),
  /** Of the office, never a private mobile. */
  phone: z.string().trim().max(40),
  email: z.string().trim().max(160),
  /** "Gefördert vom …" */
  funder: z.string().trim().max(300),
  /** Left and right at the top. */
  logos: z.array(Logo).max(2),
});
export type Letterhead = z.infer<typeof Letterhead>;

export const noLetterhead: Letterhead = { carrier: '', address: '', phone: '', email: '', funder: '', logos: [] };
