/**
 * A stand-in for the `electron` module, for tests alone: it runs the REAL built main and preload, with the REAL window in a REAL Chromium and the
 * REAL core in a REAL child process.
 *
 *     const program = await startProgram({ context: await newWindow(browser), appPath: builtProgram(), args: ['--dir', dir, '--today', storyDay] });
 *     const page = await program.firstWindow();        // a page of Playwright at https://app/, which is lotse://app/ to main
 *     program.powerMonitor.emit('lock-screen');         // what the system does
 *     program.menu.application?.find('Datei', 'Sperren').click();
 *     program.dialogs.expect('showSaveDialog', { canceled: false, filePath });   // what the person will answer
 *     program.dialogs.expect('showMessageBoxSync', { response: 0 });   // her answer when the window closes over unsaved text: Chromium's own beforeunload
 *     process.kill(program.processes[0].pid, 'SIGKILL');  // the core, for real
 *     program.printed, program.opened, program.session().askedFor, program.windows[0].webContents.asked   // what came of it
 *     await program.close();                            // closes the window as a person does; fails when the program does not end
 *
 * What it proves: what main registers, and what main answers when Chromium asks (addresses, navigation, redirects, windows, downloads; closing
 * over unsaved text; permissions through `session().mayUse`, and with each load the page gets what main gives); that Chromium, given main's headers,
 * enforces the policy; that window, preload, ports, core and document process
 * work together over main; that a killed core is noticed and comes back.
 *
 * What it does not prove, because the engine does it: that a sandboxed, isolated preload shares nothing with the page (here it runs in the page's
 * own world, its scope alone keeps it apart); that the scheme is treated as standard and secure (here it is https); that fuses, the sandbox, the
 * permissions of the engine and its printing hold; what a `blob:` or `file:` navigation of the main frame asks main (Chromium refuses or does it
 * without a request); what a middle click asks main (Chromium opens the page without a word, and the stand-in closes it). Zoom, spelling, window
 * frame and accelerators are kept and not acted on. That list is docs/unverified.md.
 *
 * A use of `electron` that is not here throws with its name; so does listening to an event that is never emitted.
 */
export { builtProgram } from './built-program.ts';
export { startProgram, type Program, type ProgramOptions } from './program.ts';
