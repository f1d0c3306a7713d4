import type { FilePath } from "../workspace/types.ts";

/** Folder URIs without a trailing slash, percent-encoding undone part by part, so that `file:///c%3A/a` and `file:///c:/a` are one. */
export function normalise(uri: string): string {
  const cut = uri.endsWith("/") ? uri.slice(0, -1) : uri;
  const [scheme, rest] = split(cut);
  return `${scheme}${rest.split("/").map(decode).join("/")}`;
}

/** Path of a document inside a project; undefined when it lies elsewhere. */
export function pathIn(root: string, uri: string): FilePath | undefined {
  const whole = placed(normalise(uri), [root]);
  return whole.startsWith(`${root}/`) ? whole.slice(root.length + 1) : undefined;
}

/**
 * Where a document will lie that was never saved: where its name says (`untitled:/home/a/b.study.yaml`), else at the top of the first
 * folder (`untitled:Untitled-1`). Any other is where it is.
 */
export function placed(uri: string, [folder]: readonly string[]): string {
  const name = /^untitled:(.+)$/i.exec(uri)?.[1];
  if (name === undefined || folder === undefined) return uri;
  return name.startsWith("/") ? `${split(folder)[0]}${name}` : `${folder}/${name}`;
}

/** URI of a file of a project, encoded as URIs are. */
export function uriOf(root: string, path: FilePath): string {
  const [scheme, rest] = split(root);
  return `${scheme}${`${rest}/${path}`.split("/").map(encodeURIComponent).join("/")}`;
}

/** Where no authority follows, a scheme of an editor's own ends in one colon: `memfs:/a`. */
const split = (uri: string): [string, string] => {
  const scheme = /^[a-z][a-z\d+.-]*:(\/\/)?/i.exec(uri)?.[0] ?? "";
  return [scheme, uri.slice(scheme.length)];
};

/** A stray percent sign is itself. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (_notEncoded) {
    return part;
  }
}
