/** True when a code as a comment or the settings write it (`units/negative`, `units/*`) covers the code of a finding. */
export function matches(pattern: string, code: string): boolean {
  return pattern === code || (pattern.endsWith("/*") && code.startsWith(pattern.slice(0, -1)));
}

/** Findings about suppressions cannot themselves be suppressed: a comment would hide its own fault. */
export function isSuppressible(pattern: string): boolean {
  return !pattern.startsWith("suppression/");
}
