/** Who might be the same person as the one who is being typed: asked while one types, nothing is merged or filled in. */
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { AlikeView } from '../../../shared/rpc/desk.views.ts';
import { problemOf, type Problem } from '../problem.ts';
import type { OfficeClient } from '../rpc.ts';

export interface TypedPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly born: IsoDay | null;
  readonly phone: string | null;
}

/** Pause after the last change before asking, in milliseconds. */
const pauseMs = 250;

export class Alike {
  readonly #client: Pick<OfficeClient, 'people'>;
  hits: readonly AlikeView[] = $state.raw([]);
  problem: Problem | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #last: { readonly person: TypedPerson; readonly besides: RecordId | null } | null = null;

  constructor(client: Pick<OfficeClient, 'people'>) {
    this.#client = client;
  }

  /** A first name alone says too little, unless there is a phone or a birth date with it. */
  look(person: TypedPerson, besides: RecordId | null): void {
    clearTimeout(this.#timer);
    const named = person.firstName.trim() !== '' || person.lastName.trim() !== '';
    this.#last = { person, besides };
    if (!named && person.born === null && (person.phone ?? '').trim() === '') {
      this.#asked += 1;
      this.hits = [];
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(), pauseMs);
  }

  async #ask(): Promise<void> {
    if (this.#last === null) return;
    const asked = ++this.#asked;
    const { person, besides } = this.#last;
    try {
      const hits = await this.#client.people.alike({ ...person, besides });
      if (asked !== this.#asked) return;
      this.hits = hits;
      this.problem = null;
    } catch (error) {
      if (asked === this.#asked) this.problem = problemOf(error);
    }
  }

  /** Two people: never shown to each other again. */
  async notSame(record: RecordId): Promise<boolean> {
    const besides = this.#last?.besides ?? null;
    if (besides === null) return false;
    try {
      await this.#client.people.notSame({ a: besides, b: record });
    } catch (error) {
      this.problem = problemOf(error);
      return false;
    }
    this.hits = this.hits.filter((hit) => hit.record !== record);
    return true;
  }

  leave(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
  }
}
