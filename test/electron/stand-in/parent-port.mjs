/**
 * `node --import test/electron/stand-in/parent-port.mjs ENTRY`: gives a child process `process.parentPort` as a utility process of Electron has it.
 *
 * The parent speaks over the channel of `child_process.fork` (`serialization: 'advanced'`) in the words of process-ports.ts, and names itself in
 * LOTSE_STAND_IN_PARENT, so that threads and children of this process, which inherit the flag, are left alone.
 */
import { EventEmitter } from 'node:events';
import { isMainThread } from 'node:worker_threads';
import { isCrossing, ProcessPorts } from './process-ports.ts';

if (isMainThread && process.send !== undefined && process.env['LOTSE_STAND_IN_PARENT'] === String(process.ppid)) {
  const parentPort = new EventEmitter();
  /** Until somebody listens. */
  const waiting = [];
  const ports = new ProcessPorts(
    (crossing) => {
      // A parent that is gone hears nothing any more; `disconnect` ends this process.
      if (process.connected) process.send(crossing);
    },
    (data, given) => {
      const message = { data, ports: given };
      if (parentPort.listenerCount('message') === 0) waiting.push(message);
      else parentPort.emit('message', message);
    },
  );
  parentPort.on('newListener', (event) => {
    if (event !== 'message') return;
    setImmediate(() => {
      for (const message of waiting.splice(0)) parentPort.emit('message', message);
    });
  });
  Object.assign(parentPort, { postMessage: (data) => { ports.send(data); }, start: () => undefined });
  process.on('message', (message) => {
    if (isCrossing(message)) ports.receive(message);
  });
  process.once('disconnect', () => process.exit(0));
  Object.defineProperty(process, 'parentPort', { value: parentPort });
}
