import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Frame, type Locator, type Page } from "playwright-core";
import { SHOTS } from "./paths.ts";
import { axe, webview } from "./webview.ts";

interface Asked {
  readonly page: Page;
  /** The webview named by `frame=` (its HTML title), else the workbench. */
  readonly scope: Page | Frame;
  query(name: string): string;
  /** The first element that `sel=` finds. */
  at(): Locator;
}

type Action = (asked: Asked) => Promise<unknown>;
/** On a busy machine an element takes its time to stand still. */
const PATIENCE = { timeout: 60_000 };

/** What the suite, which runs inside the editor, may ask of the browser around it. */
const ACTIONS: Readonly<Record<string, Action>> = {
  shot({ page, scope, query, at }) {
    mkdirSync(SHOTS, { recursive: true });
    const path = join(SHOTS, `${query("name")}.png`);
    // What fades in is drawn as it will stand.
    const options = { path, animations: "disabled", ...PATIENCE } as const;
    if (query("sel")) return at().screenshot(options);
    return scope === page ? page.screenshot(options) : scope.locator("body").screenshot(options);
  },
  hover: ({ at }) => at().hover(PATIENCE),
  click: ({ at }) => at().click(PATIENCE),
  fill: ({ at, query }) => at().fill(query("text"), PATIENCE),
  key: ({ page, query }) => page.keyboard.press(query("key")),
  type: ({ page, query }) => page.keyboard.type(query("text")),
  attr: ({ at, query }) => at().getAttribute(query("name"), PATIENCE),
  value: ({ at }) => at().inputValue(PATIENCE),
  /** Whether the keyboard is in it. */
  hasFocus: async ({ scope }) => String(await scope.evaluate(() => document.hasFocus())),
  async text({ scope, query }) {
    return (await scope.locator(query("sel")).allInnerTexts()).join("\n");
  },
  count: ({ scope, query }) => scope.locator(query("sel")).count(),
  async axe({ scope, query }) {
    return JSON.stringify(await axe(scope, query("sel") || undefined));
  },
};

/** The workbench of an editor, drawn by Chromium or by Electron, that lets itself be debugged on a port of this machine. */
export async function attach(port: number): Promise<Page> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  for (const page of browser.contexts().flatMap((context) => context.pages()))
    if ((await page.locator(".monaco-workbench").count()) > 0) return page;
  throw new Error(`no editor is open in what listens on port ${port}`);
}

/** Listens on a free port of this machine only. `page` is asked for anew because the page opens after the server. */
export async function openControl(
  page: () => Page | Promise<Page> | undefined,
): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://control");
    const action = ACTIONS[url.pathname.slice(1)];
    const query = (name: string) => url.searchParams.get(name) ?? "";
    try {
      const target = await page();
      if (!action || !target) return response.writeHead(404).end();
      const scope = query("frame") ? await webview(target, query("frame")) : target;
      const answer = await action({ page: target, scope, query, at: () => scope.locator(query("sel")).first() });
      response.end(typeof answer === "string" || typeof answer === "number" ? String(answer) : "");
    } catch (reason) {
      response.writeHead(500).end(String(reason));
    }
    return response;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
