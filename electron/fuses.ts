/**
 * Switches burnt into Electron's binary when the program is packed. Every one is decided here, with the reason.
 *
 * The list has no gaps: a fuse that a later Electron brings is a type error until somebody decides about it. build/package burns them before
 * anything is signed and reads them back.
 */
import type { FuseV1Options } from '@electron/fuses';

export const fuses = {
  /** The program must not be a Node for whoever sets ELECTRON_RUN_AS_NODE; parts of ours run as utility processes. */
  RunAsNode: false,
  /** There are no cookies; should one ever come, it is not left in plain text. */
  EnableCookieEncryption: true,
  /** NODE_OPTIONS could load foreign code or write memory to a file. */
  EnableNodeOptionsEnvironmentVariable: false,
  /** --inspect opens the process that holds the keys. */
  EnableNodeCliInspectArguments: false,
  /** app.asar is checked against the hash in the signed binary (Windows, macOS). */
  EnableEmbeddedAsarIntegrityValidation: true,
  /** No folder `app` beside app.asar is run instead of it. */
  OnlyLoadAppFromAsar: true,
  /** We ship no V8 snapshot of our own. */
  LoadBrowserProcessSpecificV8Snapshot: false,
  /** No page of ours comes from file://. */
  GrantFileProtocolExtraPrivileges: false,
  /** Bounds checks of WebAssembly by the processor: key derivation and Typst run in it, and are several times slower without. */
  WasmTrapHandlers: true,
} as const satisfies Record<keyof typeof FuseV1Options, boolean>;
