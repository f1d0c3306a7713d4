/**
 * Remembers what was worked out from an object for as long as the object lives, as a weak map does, but in the object itself, where no
 * copy, comparison or listing of it shows. What a weak map holds outlives the young memory even when its key has died there: with some new
 * nodes at every key, nearly all that a key made waited for a full collection, which was a third of the time of typing.
 */
export class Attached<K extends object, V> {
  readonly #name: symbol;

  /** `what` is remembered: for whoever looks at an object in a debugger. */
  constructor(what: string) {
    this.#name = Symbol(what);
  }

  get(key: K): V | undefined {
    return (key as Bearer<V>)[this.#name];
  }

  set(key: K, value: V): void {
    if ((key as Bearer<V>)[this.#name] !== undefined) (key as Bearer<V>)[this.#name] = value;
    else Object.defineProperty(key, this.#name, { value, writable: true, enumerable: false });
  }
}

type Bearer<V> = Record<symbol, V | undefined>;
