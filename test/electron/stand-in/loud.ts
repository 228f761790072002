/** What the stand-in does not have is said aloud: a use of it ends the test instead of looking as if it worked. */
import { EventEmitter } from 'node:events';

/** Asked for by runtimes and test tools of any object, never meant as a use of Electron. */
const askedOfAnyObject = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'tagName', 'constructor', 'inspect', '$$typeof', '@@__IMMUTABLE_ITERABLE__@@', '@@__IMMUTABLE_RECORD__@@', 'domain', 'captureRejections']);

/** `target` under its name; a property that it lacks throws when it is read. */
export function loud<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (of, property, receiver) => {
      if (typeof property === 'string' && !(property in of) && !askedOfAnyObject.has(property)) {
        throw new Error(`the stand-in for electron has no ${name}.${property}`);
      }
      return Reflect.get(of, property, receiver) as unknown;
    },
  });
}

/** An emitter of a closed list of events: listening to another one throws, because it would wait for ever. */
export class KnownEvents extends EventEmitter {
  readonly kind: string;
  readonly known: ReadonlySet<string>;

  constructor(kind: string, known: readonly string[]) {
    super();
    this.kind = kind;
    this.known = new Set(known);
    this.setMaxListeners(100);
  }

  check(event: string | symbol): void {
    if (typeof event === 'string' && !this.known.has(event)) throw new Error(`the stand-in for electron never emits ${this.kind} '${event}'`);
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    this.check(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override once(event: string | symbol, listener: (...args: never[]) => void): this {
    this.check(event);
    return super.once(event, listener as (...args: unknown[]) => void);
  }

  override addListener(event: string | symbol, listener: (...args: never[]) => void): this {
    return this.on(event, listener);
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    this.check(event);
    return super.emit(event, ...args);
  }
}

/** The event object of a listener that may say no. */
export interface Preventable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<T extends object>(details: T): T & Preventable {
  let prevented = false;
  return Object.defineProperties({ ...details, preventDefault: () => { prevented = true; } }, {
    defaultPrevented: { get: () => prevented, enumerable: true },
  }) as T & Preventable;
}
