/**
 * Loads a bundled extension, calls its `activate`, and prints how many milliseconds that took until `activate` returned: `node host.mjs
 * <bundle>`. The editor's side is a stand-in that takes every call and does nothing, so that only the extension's own work is counted.
 */
import Module, { createRequire } from "node:module";

/** Whatever is asked of it, it is that: a class, a function, an object. */
function anything() {
  const made = new Map();
  const itself = new Proxy(class {}, {
    get(target, name) {
      if (name === "prototype" || name === "then") return target[name];
      if (name === Symbol.toPrimitive) return () => "";
      if (name === Symbol.iterator) return () => [][Symbol.iterator]();
      if (!made.has(name)) made.set(name, anything());
      return made.get(name);
    },
    set: (_, name, value) => made.set(name, value) !== undefined,
    has: () => true,
    apply: () => anything(),
    // A class of the extension's own that extends it stays what it is.
    construct: (target, args, of) => (of === itself ? anything() : Reflect.construct(target, args, of)),
  });
  return itself;
}

const everything = anything();
const editor = new Proxy(
  {},
  { get: (_, name) => (name === "version" ? "1.105.0" : name === "__esModule" ? true : everything[name]) },
);
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? editor : load(name, ...rest));

const context = new Proxy(
  {},
  {
    get: (_, name) =>
      name === "subscriptions" ? [] : name === "asAbsolutePath" ? (path) => path : everything[String(name)],
  },
);
// What goes wrong later, for want of an editor, is not what is measured.
process.on("unhandledRejection", () => undefined);
const from = performance.now();
createRequire(import.meta.url)(process.argv[2]).activate(context);
process.stdout.write(`${performance.now() - from}`);
process.exit(0);
