import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { SHOTS } from "./paths.ts";

type Action = (page: Page, query: (name: string) => string) => Promise<string | undefined>;
const PATIENCE = { timeout: 10_000 };

/** What the suite, which runs inside the editor, may ask of the browser around it. */
const ACTIONS: Readonly<Record<string, Action>> = {
  async shot(page, query) {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${query("name")}.png`) });
    return undefined;
  },
  async hover(page, query) {
    await page.locator(query("sel")).first().hover(PATIENCE);
    return undefined;
  },
  async text(page, query) {
    return (await page.locator(query("sel")).allInnerTexts()).join("\n");
  },
  async count(page, query) {
    return String(await page.locator(query("sel")).count());
  },
};

/** Listens on a free port of this machine only. `page` is asked for anew because the page opens after the server. */
export async function openControl(page: () => Page | undefined): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://control");
    const action = ACTIONS[url.pathname.slice(1)];
    const target = page();
    if (!action || !target) return response.writeHead(404).end();
    try {
      response.end((await action(target, (name) => url.searchParams.get(name) ?? "")) ?? "");
    } catch (reason) {
      response.writeHead(500).end(String(reason));
    }
    return response;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
