import { blank, fill } from './fill.ts';
import { handedOver } from './hand-over.ts';
import { saveSettings, saveWording, settings } from './acts.ts';

export const papers = { settings, saveSettings, saveWording, blank, fill, handedOver };
