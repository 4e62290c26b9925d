import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeZipOf } from "./archives.mjs";

const sources = fileURLToPath(new URL("vscode/", import.meta.url));

/** The extension of Visual Studio Code that starts the language server, as a .vsix whose bytes follow from its sources and the version. */
export async function writeExtension(path, { root, version }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(sources, "extension.ts")],
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    minify: true,
    charset: "utf8",
    write: false,
    logLevel: "warning",
  });
  const about = { ...JSON.parse(readFileSync(join(sources, "manifest.json"), "utf8")), version };
  const files = new Map([
    ["[Content_Types].xml", CONTENT_TYPES],
    ["extension.vsixmanifest", manifestOf(about)],
    ["extension/LICENSE.txt", readFileSync(join(root, "LICENSE"))],
    ["extension/extension.js", outputFiles[0].contents],
    ["extension/package.json", `${JSON.stringify(about, null, 2)}\n`],
    ["extension/readme.md", readFileSync(join(sources, "README.md"))],
  ]);
  await writeZipOf(files, path);
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/><Default Extension=".md" ContentType="text/markdown"/><Default Extension=".txt" ContentType="text/plain"/><Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>
`;

/** What an editor reads before it unpacks. */
function manifestOf({ name, displayName, description, version, publisher, engines, categories }) {
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="ru-RU" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${displayName}</DisplayName>
    <Description xml:space="preserve">${description}</Description>
    <Categories>${categories.join(",")}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/readme.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
}
