import type { FilePath } from "../../workspace/types.ts";
import type { AheadFile } from "./ahead.ts";
import { decode, encode } from "./cache-format.ts";
import type { Extracted } from "./share.ts";

/**
 * What one thread found, as it crosses to another: written down as the cache writes it, and read there when somebody asks, which for most
 * files nobody does. Thousands of small objects would take both threads much longer.
 */
export interface Parcel {
  readonly body: string;
  readonly problems: readonly (readonly [path: FilePath, problem: NonNullable<Extracted["problem"]>])[];
}

export const pack = (files: readonly AheadFile[]): Parcel => ({
  body: encode(
    files.map(({ path, summary, hash, checked }) => ({ path, stamp: "", hash: hash ?? "", summary, checked })),
  ),
  problems: files.flatMap(({ path, problem }) => (problem === undefined ? [] : [[path, problem] as const])),
});

export function unpack({ body, problems }: Parcel): readonly AheadFile[] {
  const shelved = decode(body).entries as readonly (AheadFile & { readonly hash: string })[];
  if (problems.length === 0) return shelved;
  const byPath = new Map(problems);
  return shelved.map((file) => {
    const problem = byPath.get(file.path);
    if (problem === undefined) return file;
    const { path, hash, summary, checked } = file;
    return { path, hash, summary, checked, problem, names: (what) => file.names(what) };
  });
}
