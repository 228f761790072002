import { pictograms } from '../../plan/pictograms.ts';
import { codeList } from '../code-list.ts';

export const pictogram = codeList('pictogram', 'eigene Zeichnungen', pictograms);
