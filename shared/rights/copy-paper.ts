/** The copy as a paper to read: plain German, for the young person herself. */
import { germanDay, type IsoDay, isIsoDay } from '../domain/day.ts';
import type { LookLine } from '../rpc/rights.views.ts';
import type { CopyEntry, CopyField, CopySection, CopyValue } from './copy.ts';
import type { SheetBlock, SheetPaper } from '../papers/sheet-paper.ts';

export interface CopyContent {
  readonly officeName: string;
  readonly training: boolean;
  readonly day: IsoDay;
  readonly sections: readonly CopySection[];
  readonly recipients: readonly { readonly recipient: string; readonly givenOn: IsoDay | null; readonly basisLabel: string }[];
  readonly looks: readonly LookLine[];
  readonly files: readonly { readonly name: string; readonly title: string; readonly bytes: number }[];
  /** Of others than whoever makes the copy. */
  readonly workNotes: number;
  readonly protection: boolean;
  /** Name of the law, of the authority that watches over it, and what it calls a complaint. */
  readonly law: { readonly name: string; readonly access: string; readonly authority: string; readonly complaint: string };
}

export function copyPaper(content: CopyContent): SheetPaper {
  const { officeName, training, day } = content;
  return {
    template: 'sheet',
    language: 'de',
    title: 'Was über dich gespeichert ist',
    subtitle: `Kopie deiner Daten vom ${germanDay(day)} · ${officeName}`,
    mark: 'Vertraulich. Bitte sicher aufbewahren: Hier steht alles, was in deiner Akte steht.',
    officeName,
    training,
    day,
    blocks: [...opening(content), ...content.sections.flatMap(sectionBlocks), ...recipientBlocks(content), ...lookBlocks(content), ...fileBlocks(content)],
  };
}

function opening({ law, protection, workNotes }: CopyContent): readonly SheetBlock[] {
  const notes =
    workNotes === 0
      ? []
      : [`Andere Fachkräfte haben persönliche Arbeitsnotizen (Anzahl: ${String(workNotes)}). Sie stehen nicht in dieser Kopie, weil nur sie selbst sie öffnen können. Frag sie danach: Du bekommst sie von ihnen. Spätestens nach 30 Tagen sind sie gelöscht.`];
  return [
    {
      kind: 'list',
      items: [
        `Du darfst wissen, was über dich gespeichert ist. So steht es in ${law.access}; für uns gilt: ${law.name}. Die Kopie kostet nichts.`,
        'Deine Daten sind da, damit wir dich beraten und begleiten können. Wenn die Begleitung endet, werden sie spätestens nach drei Monaten gelöscht; übrig bleiben Zahlen ohne Namen.',
        'Das meiste haben wir von dir. Wo etwas von anderen kommt, steht es dabei, wenn wir es wissen.',
        'Stimmt etwas nicht? Sag es uns: Wir berichtigen es, oder wir schreiben dazu, dass du es anders siehst. Du kannst auch verlangen, dass Daten gelöscht oder nicht mehr benutzt werden.',
        `Du kannst dich beschweren: ${law.complaint}. Zuständig ist: ${law.authority}.`,
        'Angaben zu anderen Menschen stehen nur hier, wenn wir das entschieden haben. Sonst steht dort, dass etwas fehlt.',
        protection
          ? 'Einschätzungen zum Kinderschutz stehen in dieser Kopie, weil wir das so entschieden haben.'
          : 'Einschätzungen zum Kinderschutz stehen hier nicht, auch wenn es sie gäbe. Darüber wird immer eigens entschieden; frag uns danach.',
        'Frühere Fassungen langer Texte stehen in der Datei daneben, mit dem Tag.',
        ...notes,
      ],
    },
  ];
}

function sectionBlocks({ title, fields, entries }: CopySection): readonly SheetBlock[] {
  return [{ kind: 'heading', level: 2, text: title }, ...rowsOf(fields), ...entries.flatMap(entryBlocks)];
}

function entryBlocks({ kind, takenAway, fields }: CopyEntry): readonly SheetBlock[] {
  return [{ kind: 'heading', level: 3, text: takenAway ? `${kind} (aus der Akte genommen, noch gespeichert)` : kind }, ...rowsOf(fields)];
}

function rowsOf(fields: readonly CopyField[]): readonly SheetBlock[] {
  return fields.length === 0 ? [] : [{ kind: 'rows', rows: fields.map((field) => [field.label, linesOf(field)] as const) }];
}

function linesOf({ values, text, earlier, withheld }: CopyField): readonly string[] {
  if (withheld !== null) return [withheld];
  const two = values.length > 1 ? ['Zwei Angaben:'] : [];
  return [...two, ...values.map(withDay(values.length > 1)), text, ...earlier.map((one) => `früher: ${withDay(true)(one)}`)].filter((line) => line !== '');
}

function withDay(wanted: boolean): (value: CopyValue) => string {
  return ({ display, on }) => (wanted && isIsoDay(on) ? `${display} (${germanDay(on)})` : display);
}

function recipientBlocks({ recipients }: CopyContent): readonly SheetBlock[] {
  const heading: SheetBlock = { kind: 'heading', level: 2, text: 'Wer etwas aus der Akte bekommen hat' };
  if (recipients.length === 0) return [heading, { kind: 'text', text: 'Es ist nichts an andere Stellen weitergegeben worden.' }];
  return [
    heading,
    {
      kind: 'table',
      head: ['Wann', 'Wer', 'Warum es erlaubt war'],
      rows: recipients.map(({ givenOn, recipient, basisLabel }) => [givenOn === null ? '–' : germanDay(givenOn), recipient, basisLabel]),
    },
  ];
}

/** One line per day, role and kind: who opened the file ten times on a day looked on that day. The data beside the paper says each time. */
function lookBlocks({ looks }: CopyContent): readonly SheetBlock[] {
  const days = Map.groupBy(looks, ({ at, role, name }) => [at.slice(0, 10), name === null ? role : `${role}: ${name}`].join('\n'));
  const rows = [...days].map(([key, lines]) => {
    const [day = '', who = ''] = key.split('\n');
    const kinds = [...Map.groupBy(lines, ({ what }) => what)].map(([what, same]) => (same.length === 1 ? what : `${what} (${String(same.length)}-mal)`));
    return [isIsoDay(day) ? germanDay(day) : day, who, kinds.join(', ')];
  });
  return [
    { kind: 'heading', level: 2, text: 'Wer in die Akte gesehen hat' },
    { kind: 'text', text: 'Nach Aufgabe und Tag. Die genauen Zeiten stehen in der Datei daneben.' },
    { kind: 'table', head: ['Wann', 'Wer', 'Was'], rows },
  ];
}

function fileBlocks({ files }: CopyContent): readonly SheetBlock[] {
  const heading: SheetBlock = { kind: 'heading', level: 2, text: 'Dateien, die dazugehören' };
  if (files.length === 0) return [heading, { kind: 'text', text: 'Es gibt keine.' }];
  return [
    heading,
    { kind: 'table', head: ['Datei', 'Bezeichnung', 'Größe'], rows: files.map(({ name, title, bytes }) => [name, title, `${String(Math.max(1, Math.round(bytes / 1024)))} KB`]) },
  ];
}
