/** Runs inside the report panel: shows what it is sent, says what was clicked. It works nothing out. */
import type { FromPanel, ToPanel } from "./messages.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void };

const editor = acquireVsCodeApi();
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
const main = document.querySelector("main") as HTMLElement;
const bar = document.querySelector("nav") as HTMLElement;
let shown = "";
/** The heading of what a button was pressed for, until it is there. */
let asked = "";

addEventListener("message", ({ data }: MessageEvent<ToPanel>) => {
  if (data.type === "report") show(data.id, data.html, data.style);
  else if (data.type === "nothing") {
    if (shown === "") main.textContent = data.text;
  } else void paint(data.svg).then((png) => editor.postMessage({ type: "painted", chart: data.chart, png }));
});

/** Puts a report in place of the last; of the same intervention, the reader stays where they are. */
function show(id: string, html: string, style: string): void {
  const [top, focused] = [scrollY, document.activeElement?.getAttribute("data-place")];
  sheet.replaceSync(style);
  bar.hidden = false;
  main.innerHTML = html;
  scrollTo(0, id === shown ? top : 0);
  const answer = document.getElementById(asked);
  asked = "";
  // Who pressed a button goes on reading at what it brought.
  if (answer !== null) {
    answer.tabIndex = -1;
    answer.focus({ preventScroll: true });
  } else if (id === shown && focused) main.querySelector<HTMLElement>(`[data-place="${CSS.escape(focused)}"]`)?.focus();
  shown = id;
}

/** Paints an SVG at twice its size on white, as base64. */
async function paint(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch (_cannotBeDrawn) {
    return "";
  }
  const canvas = document.createElement("canvas");
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  const pen = canvas.getContext("2d");
  if (pen === null) return "";
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").split(",")[1] ?? "";
}

addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const place = target?.closest("[data-place]")?.getAttribute("data-place");
  if (place) {
    event.preventDefault();
    editor.postMessage({ type: "open", place: Number(place) });
  }
  const pressed = target?.closest("button");
  if (pressed?.dataset.action === "simulate") {
    pressed.disabled = true;
    pressed.textContent = "Drawing…";
    asked = "section-uncertainty";
    editor.postMessage({ type: "simulate" });
  }
  const button = pressed?.id;
  if (button === "save-page" || button === "save-chart") editor.postMessage({ type: button });
});

let width = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const measure = (): void => {
  if (main.clientWidth === width || main.clientWidth === 0) return;
  width = main.clientWidth;
  editor.postMessage({ type: "ready", width });
};
new ResizeObserver(() => {
  clearTimeout(timer);
  timer = setTimeout(measure, 150);
}).observe(main);
measure();
