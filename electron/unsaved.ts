/** Closing while a text is not saved yet: the window says no (`beforeunload`), which Electron would carry out without a word. So the person is asked. */
import { dialog, type BrowserWindow } from 'electron';

export function askBeforeTextIsLost(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const leave = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Lotse',
      message: 'Ein Text ist noch nicht gespeichert.',
      detail: 'Wenn Sie Lotse jetzt schließen, ist er weg.',
      buttons: ['Zurück zum Text', 'Trotzdem schließen'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Here this means: the window's no does not count.
    if (leave === 1) event.preventDefault();
  });
}
