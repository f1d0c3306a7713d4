import type { ScalarStyle, ScalarValue } from "./types.ts";

/** YAML 1.2.2, section 10.3.2 (core schema tag resolution). */
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** What YAML 1.2 (core schema) makes of a scalar. Quoted and block scalars are strings; a standard tag on the node decides over the style. */
export function resolveScalar(text: string, style: ScalarStyle, tag?: string): ScalarValue {
  if (tag !== undefined) return resolveTagged(text, style, tag);
  if (style === "empty") return null;
  return style === "plain" ? resolvePlain(text) : text;
}

function resolveTagged(text: string, style: ScalarStyle, tag: string): ScalarValue {
  switch (tag) {
    case "!!int":
    case "!!float":
    case "!!bool":
    case "!!null":
    case "tag:yaml.org,2002:int":
    case "tag:yaml.org,2002:float":
    case "tag:yaml.org,2002:bool":
    case "tag:yaml.org,2002:null":
      return style === "empty" ? null : resolvePlain(text);
    default:
      return text;
  }
}

function resolvePlain(text: string): ScalarValue {
  const first = text.charCodeAt(0);
  // Only a digit, a sign, a dot or a letter of a reserved word can begin anything but a string.
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) return resolveNumber(text);
  switch (text) {
    case "":
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    default:
      return text;
  }
}

function resolveNumber(text: string): ScalarValue {
  if (INTEGER.test(text) || FLOAT.test(text)) return Number(text);
  switch (text) {
    case ".inf":
    case ".Inf":
    case ".INF":
    case "+.inf":
    case "+.Inf":
    case "+.INF":
      return Number.POSITIVE_INFINITY;
    case "-.inf":
    case "-.Inf":
    case "-.INF":
      return Number.NEGATIVE_INFINITY;
    case ".nan":
    case ".NaN":
    case ".NAN":
      return Number.NaN;
    default:
      return text;
  }
}
