import { blank, fill } from './fill.ts';
import { saveSettings, saveWording, settings } from './acts.ts';

export const papers = { settings, saveSettings, saveWording, blank, fill };
