import { workspace } from "vscode";
import type { Feature } from "./feature.ts";

/** The page of a finding, which its code in the Problems view and in the hover leads to: `wellspent-finding:/costing/no-source.md`. */
export const rulePage: Feature = ({ client }) =>
  workspace.registerTextDocumentContentProvider("wellspent-finding", {
    async provideTextDocumentContent({ path }) {
      const code = path.replace(/^\//, "").replace(/\.md$/, "");
      return (await client.sendRequest<string | null>("wellspent/page", { code })) ?? `There is no finding ${code}.`;
    },
  });
