import { TextError } from "../../base/diagnostics/index.ts";

/** The key, certificate or program of signing, or the service of time stamps, does not do. */
export class SignerFault extends TextError {
  override readonly name = "SignerFault";
}
