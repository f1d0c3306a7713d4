import {
  type CancellationToken,
  CancellationTokenSource,
  Range,
  type TextEditor,
  type Uri,
  Uri as Uris,
  ViewColumn,
  type WebviewPanel,
  window,
} from "vscode";
import type { House } from "../features/feature.ts";
import { ourEditor } from "../features/ours.ts";
import { type Soon, soon } from "../features/soon.ts";
import type { FromPanel, ToPanel } from "./messages.ts";
import { reportFrame } from "./report-html.ts";
import { asSvg, pickChart, save } from "./save.ts";

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A report as the server sends it: ready to be shown. */
interface Report {
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  readonly html: string;
  readonly style: string;
  readonly places: readonly {
    readonly uri: string;
    readonly range: { readonly start: Position; readonly end: Position };
  }[];
  readonly charts: readonly { readonly id: string; readonly title: string; readonly svg: string }[];
}

/** A place in a spec, whose report is asked for. */
export interface Target {
  readonly uri: string;
  readonly position: Position;
}

/** The panel beside a spec. It shows the report of the intervention, portfolio or area that the cursor was last in. */
export class ReportPanel {
  readonly #panel: WebviewPanel;
  readonly #house: House;
  readonly #refresh: Soon;
  #width: number | undefined;
  #target: Target | undefined;
  #report: Report | undefined;
  /** The intervention whose uncertain values were asked to be drawn: they are drawn after every edit of it. */
  #simulated: string | undefined;
  #drawing: CancellationTokenSource | undefined;
  /** False when the panel has been drawn anew, and is empty. */
  #shown = false;
  /** True once the person has closed it. */
  #closed = false;

  /** `last`: where the person was when they last were in a spec. */
  constructor(panel: WebviewPanel, script: Uri, house: House, last: Target | undefined) {
    this.#target = last;
    this.#panel = panel;
    this.#house = house;
    this.#refresh = soon(200, () => this.#draw(), this.#failed);
    panel.webview.onDidReceiveMessage((message: FromPanel) => this.#hear(message).catch(this.#failed));
    panel.webview.html = reportFrame(panel.webview, script);
  }

  /** Shows what the cursor is in now; called after every move and edit, drawn once they pause. */
  follow(): void {
    this.#drawing?.cancel();
    this.#refresh.trigger();
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
    this.follow();
  }

  dispose(): void {
    this.#closed = true;
    this.#drawing?.cancel();
    this.#refresh.dispose();
  }

  /** Saves the report as one HTML file, where the person says. */
  async savePage(): Promise<void> {
    if (this.#report === undefined || this.#target === undefined) return;
    const page = await this.#ask<string | null>("wellspent/reportFile", this.#target);
    if (page !== null) await save(this.#report.uri, `${this.#report.id}.html`, { HTML: ["html"] }, page);
  }

  async #hear(message: FromPanel): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#width = message.width;
        this.#shown = false;
        return this.follow();
      case "open":
        return this.#open(message.place);
      case "simulate":
        this.#simulated = this.#report?.id;
        return this.follow();
      case "save-page":
        return this.savePage();
      case "save-chart":
        return this.#saveChart();
      case "painted": {
        const chart = this.#report?.charts[message.chart];
        if (message.png === "")
          window.showErrorMessage("The chart could not be painted as PNG. Save it as SVG instead.");
        else if (this.#report !== undefined && chart !== undefined) {
          const bytes = Uint8Array.from(atob(message.png), (each) => each.charCodeAt(0));
          await save(this.#report.uri, `${this.#report.id}-${chart.id}.png`, { PNG: ["png"] }, bytes);
        }
      }
    }
  }

  async #draw(): Promise<void> {
    if (this.#closed || this.#width === undefined || !this.#panel.visible || !this.#house.client.isRunning()) return;
    const here = targetOf(ourEditor());
    const plain = (here && (await this.#fetch(here))) ?? (this.#target && (await this.#fetch(this.#target)));
    const found = plain !== undefined && plain.id === this.#simulated ? await this.#simulate() : plain;
    if (found === null || this.#closed) return;
    if (found === undefined) {
      this.#send({
        type: "nothing",
        text: "Place the cursor in an intervention, a portfolio or an area to see its report, or in wellspent.yaml for what the whole project's evidence leaves open.",
      });
      return;
    }
    // What looks the same is left alone: a reader's place and selection in the panel stay.
    const same = found.id === this.#report?.id && found.html === this.#report.html && this.#shown;
    this.#report = found;
    if (same) return;
    this.#shown = true;
    this.#panel.title = `Report: ${found.title}`;
    this.#send({ type: "report", id: found.id, html: found.html, style: found.style });
  }

  /** The report at a place, which is then the one to be drawn again after edits elsewhere. */
  async #fetch(target: Target): Promise<Report | undefined> {
    const found = await this.#ask<Report | null>("wellspent/report", target);
    if (found === null) return undefined;
    this.#target = target;
    return found;
  }

  /** The report with every uncertain value drawn. Null when an edit has overtaken it: the next will be drawn. */
  async #simulate(): Promise<Report | null | undefined> {
    if (this.#target === undefined) return undefined;
    const drawing = new CancellationTokenSource();
    this.#drawing = drawing;
    try {
      return (await this.#ask<Report | null>("wellspent/report", this.#target, drawing.token)) ?? undefined;
    } catch (reason) {
      if (drawing.token.isCancellationRequested) return null;
      throw reason;
    } finally {
      drawing.dispose();
    }
  }

  /** `token`: with it the uncertain values are drawn, until it is cancelled. */
  #ask<T>(method: string, { uri, position }: Target, token?: CancellationToken): Promise<T> {
    const request = { textDocument: { uri }, position, width: this.#width ?? 0, simulate: token !== undefined };
    const { client } = this.#house;
    // The client takes an undefined last argument for a second parameter.
    return token === undefined ? client.sendRequest<T>(method, request) : client.sendRequest<T>(method, request, token);
  }

  #send(message: ToPanel): void {
    this.#panel.webview.postMessage(message).then(undefined, this.#failed);
  }

  async #open(number: number): Promise<void> {
    const place = this.#report?.places[number];
    if (place === undefined) return;
    const { start, end } = place.range;
    await window.showTextDocument(Uris.parse(place.uri), {
      viewColumn: this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One,
      selection: new Range(start.line, start.character, end.line, end.character),
    });
  }

  async #saveChart(): Promise<void> {
    const report = this.#report;
    if (report === undefined) return;
    const picked = await pickChart(report.charts);
    const chart = picked === undefined ? undefined : report.charts[picked.chart];
    if (picked === undefined || chart === undefined) return;
    if (picked.as === "PNG") this.#send({ type: "paint", chart: picked.chart, svg: chart.svg });
    else await save(report.uri, `${report.id}-${chart.id}.svg`, { SVG: ["svg"] }, asSvg(chart.svg));
  }

  readonly #failed = (reason: unknown): void => this.#house.output.error(String(reason));
}

/** Where the cursor of an editor stands. */
export const targetOf = (editor: TextEditor | undefined): Target | undefined =>
  editor && { uri: editor.document.uri.toString(), position: editor.selection.active };
