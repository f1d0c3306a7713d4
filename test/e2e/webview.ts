import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";

/** What axe-core has against a page, cut down to what a failing assertion should print. */
export interface Judgement {
  readonly passes: number;
  readonly incomplete: readonly string[];
  readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly string[] }[];
}

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** In a browser the editor serves the page around a webview's content as a file of its own, on the desktop by a scheme. */
const isContent = (url: string): boolean =>
  /\/webview\/browser\/pre\/fake\.html|^vscode-webview:.*\/fake\.html/.test(url);

/** The loaded webview whose HTML `<title>` is `title`: two frames below the workbench. Waits for it to load. */
export async function webview(page: Page, title: string, patienceMs = 60_000): Promise<Frame> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const seen: string[] = [];
    for (const frame of page.frames()) {
      if (!isContent(frame.url()) || frame.isDetached()) continue;
      const found = await describe(frame);
      // The name of a frame stays `pending-frame`; its element's id tells when the content is in.
      if (found?.id === "active-frame" && found.title === title) return frame;
      seen.push(found === undefined ? "one going away" : `${found.id} "${found.title}"`);
    }
    if (Date.now() > end) throw new Error(`no webview titled "${title}"; seen: ${seen.join(", ") || "none"}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Id and title of a frame; undefined when it went away meanwhile. */
async function describe(frame: Frame): Promise<{ id: string | null; title: string } | undefined> {
  try {
    const element = await frame.frameElement();
    return { id: await element.getAttribute("id"), title: await frame.title() };
  } catch (_gone) {
    return undefined;
  }
}

/** Judges a page or a webview by axe-core. It goes in through the debugger: no content security policy stops it. */
export async function axe(target: Page | Frame, within = "body"): Promise<Judgement> {
  await target.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return target.evaluate(
    async ({ within, values }) => {
      const engine = (globalThis as unknown as { axe: typeof import("axe-core") }).axe;
      const found = await engine.run(within, { runOnly: { type: "tag", values } });
      return {
        passes: found.passes.length,
        incomplete: found.incomplete.map((each) => each.id),
        violations: found.violations.map(({ id, help, nodes }) => ({
          id,
          help,
          nodes: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
        })),
      };
    },
    { within, values: STANDARDS },
  );
}
