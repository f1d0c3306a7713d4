import { type CodeLens, commands, type Disposable } from "vscode";

/** Most commands kept at a time: many more than there are lenses on a screen. */
const most = 300;

/**
 * Gives every lens a command of its own that takes no arguments. The editor forgets the arguments of a lens as soon as it has asked for
 * lenses anew, while the one on screen can still be clicked on: that click would do nothing.
 */
export class LensCommands implements Disposable {
  /** By what they do; the one used last comes last. */
  readonly #kept = new Map<string, { readonly id: string; readonly registered: Disposable }>();
  #count = 0;

  /** A lens whose click does what it did, as long as it is on screen. */
  keep(lens: CodeLens): CodeLens {
    const { command, arguments: args = [], ...said } = lens.command ?? { command: "", title: "" };
    if (command !== "" && args.length > 0) lens.command = { ...said, command: this.#idOf(command, args) };
    return lens;
  }

  dispose(): void {
    for (const { registered } of this.#kept.values()) registered.dispose();
    this.#kept.clear();
  }

  #idOf(command: string, args: readonly unknown[]): string {
    const key = JSON.stringify([command, ...args]);
    const known = this.#kept.get(key) ?? this.#register(command, args);
    this.#kept.delete(key);
    this.#kept.set(key, known);
    for (const [oldest, { registered }] of this.#kept) {
      if (this.#kept.size <= most) break;
      this.#kept.delete(oldest);
      registered.dispose();
    }
    return known.id;
  }

  #register(command: string, args: readonly unknown[]) {
    this.#count += 1;
    const id = `wellspent.lens.${this.#count}`;
    return { id, registered: commands.registerCommand(id, () => commands.executeCommand(command, ...args)) };
  }
}
