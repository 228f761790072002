/** When the PC says that nobody is in front of it, Lotse locks (R11). */
import { powerMonitor } from 'electron';

/** `lock-screen`: also before another user is switched to (Windows, macOS). `user-did-resign-active`: macOS. What Linux desktops say is heard by nobody. */
const events = ['lock-screen', 'suspend', 'user-did-resign-active', 'shutdown'] as const;

export function lockWithThePc(lock: () => void): void {
  for (const event of events) powerMonitor.on(event as 'suspend', lock);
}
