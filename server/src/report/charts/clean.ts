/** What the library adds for pages that run its scripts, or that a strict content policy forbids; and clips, whose ids two images of one page would share. Nothing drawn lies outside its axes. */
const noise = /\s(?:class|clip-path|pointer-events|ecmeta_[a-z_]+|xmlns:xlink|baseProfile|version)="[^"]*"/g;

/**
 * An SVG of the library made fit for any page: no style sheet and no style attributes (a strict content security policy blocks them;
 * what they say becomes attributes), no marks of scripts, and a name for screen readers. Text in it is escaped by the library.
 */
export function clean(svg: string, title: string, description: string): string {
  return svg
    .replace(/<(style|defs)[\s\S]*?<\/\1>\s*/g, "")
    .replace(/<[^!?/][^>]*>/g, (tag) =>
      tag.replace(noise, "").replace(/\sstyle="([^"]*)"/g, (_, css) => attributes(css)),
    )
    .replace("<svg ", `<svg role="img" aria-label="${escapeAttribute(`${title}. ${description}`)}" `);
}

function attributes(css: string): string {
  return css
    .split(";")
    .map((each) => each.split(":").map((part) => part.trim()))
    .filter(([name]) => name === "font-size" || name === "font-family" || name === "font-weight")
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
}

const escapeAttribute = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]+/gu, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
