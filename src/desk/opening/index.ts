/** Opens what is served in the browser of this machine: one page a folder, however often it is asked for; what went wrong is shown there as well. */
export { openInBrowser, showInBrowser } from "./browser.ts";
export { rememberServed, servedAt } from "./served-folders.ts";
