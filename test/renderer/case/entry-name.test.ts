import { describe, expect, it } from 'vitest';
import { entryFacts, entryName } from '../../../renderer/office/case/entry-name.ts';
import { entry, entryId, madeUpFile } from './made-up-file.ts';

const office = entry(entryId('1'), 'institution');
const given = entry(entryId('2'), 'disclosure');

describe('what an entry is called', () => {
  it('is what its group names it by', () => {
    expect(entryName(madeUpFile({ [office.id]: { 'institution.name': 'Berufsschule Soltau' } }, [office]), office, 1)).toBe('Berufsschule Soltau');
  });

  it('is the entry it points at where nothing else names it', () => {
    const said = { [office.id]: { 'institution.name': 'Berufsschule Soltau' }, [given.id]: { 'disclosure.recipient': office.id } };
    expect(entryName(madeUpFile(said, [office, given]), given, 1)).toBe('Berufsschule Soltau');
  });

  it('is its kind and place while nobody said anything', () => {
    expect(entryName(madeUpFile({}, [office]), office, 3)).toBe('Institution 3');
  });

  it('is what happened and when, in the course of the support, and nothing of it is said twice', () => {
    const end = entry(entryId('3'), 'course_event');
    const said = { 'course_event.kind': 'ended', 'course_event.day': '2026-03-12', 'course_event.reason': 'inactivity' };
    const file = madeUpFile({ [end.id]: said }, [end]);
    expect(entryName(file, end, 4)).toBe('Begleitung beendet am 12.03.2026');
    expect(entryFacts(file, end).join()).not.toContain('12.03.2026');
    expect(entryFacts(file, end).join()).not.toContain('Begleitung beendet');
    expect(entryName(madeUpFile({ [end.id]: { 'course_event.kind': 'resumed' } }, [end]), end, 4)).toBe('Begleitung wiederaufgenommen');
  });

  it('is no longer than a line', () => {
    const name = entryName(madeUpFile({ [office.id]: { 'institution.name': 'A'.repeat(300) } }, [office]), office, 1);
    expect(name).toHaveLength(80);
    expect(name.endsWith('…')).toBe(true);
  });

  it('comes with its first day and what was chosen, but not with its name again', () => {
    const said = { [given.id]: { 'disclosure.recipient_name': 'Jugendamt', 'disclosure.date': '2026-02-03', 'disclosure.basis': 'court_order' } };
    expect(entryFacts(madeUpFile(said, [given]), given)).toEqual(['03.02.2026', 'gerichtliche Anordnung']);
  });
});
