/**
 * A map that lives through many small changes: what changed lies over a base that all versions share, for a copy of ten thousand entries at
 * every key would cost as much as all else the key does. Immutable: `with` and `without` make another.
 */
export class Layered<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;
  readonly #base: ReadonlyMap<K, V>;
  /** Entries that differ from the base; undefined for those that went. */
  readonly #over: ReadonlyMap<K, V | undefined>;

  private constructor(base: ReadonlyMap<K, V>, over: ReadonlyMap<K, V | undefined>, size: number) {
    this.#base = base;
    this.#over = over;
    this.size = size;
  }

  static over<K, V>(base: ReadonlyMap<K, V>): Layered<K, V> {
    return base instanceof Layered ? base : new Layered(base, new Map(), base.size);
  }

  get(key: K): V | undefined {
    return this.#over.has(key) ? this.#over.get(key) : this.#base.get(key);
  }

  has(key: K): boolean {
    return this.#over.has(key) ? this.#over.get(key) !== undefined : this.#base.has(key);
  }

  with(key: K, value: V): Layered<K, V> {
    return this.#changed(key, value, this.size + (this.has(key) ? 0 : 1));
  }

  without(key: K): Layered<K, V> {
    return this.has(key) ? this.#changed(key, undefined, this.size - 1) : this;
  }

  #changed(key: K, value: V | undefined, size: number): Layered<K, V> {
    const over = new Map(this.#over).set(key, value);
    const next = new Layered(this.#base, over, size);
    return over.size > mostOver ? new Layered(new Map(next), new Map(), size) : next;
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#base) {
      const now = this.#over.has(key) ? this.#over.get(key) : value;
      if (now !== undefined) yield [key, now];
    }
    for (const [key, value] of this.#over) if (value !== undefined && !this.#base.has(key)) yield [key, value];
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}

/** More changes than this are laid down in a base of their own: a person has few files open at once. */
const mostOver = 32;
