/** Closing while a text is not saved yet: the window says no (`beforeunload`), which Electron would carry out without a word. So the person is asked. */
import { dialog, type BrowserWindow } from 'electron';

export interface Staying {
  /** False once there is nothing to go back to: the office is closed, or the system ends the session. Then nobody is asked. */
  readonly maybe: () => boolean;
  /** The person went back to the text. */
  readonly onstay: () => void;
}

export function askBeforeTextIsLost(window: BrowserWindow, staying: Staying): void {
  window.webContents.on('will-prevent-unload', (event) => {
    // Here this means: the window's no does not count.
    if (!staying.maybe() || wantsToLeave(window)) event.preventDefault();
    else staying.onstay();
  });
}

function wantsToLeave(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Lotse',
    message: 'Ein Text ist noch nicht gespeichert.',
    detail: 'Wenn Sie Lotse jetzt schließen, ist er weg.',
    buttons: ['Zurück zum Text', 'Trotzdem schließen'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
}
