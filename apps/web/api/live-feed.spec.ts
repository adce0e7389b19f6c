import { EventEmitter } from 'node:events';
import { LiveFeed, type LogNotice } from './live-feed.ts';

class FakeSocket extends EventEmitter {
  connect = jest.fn();
  disconnect = jest.fn();
}

function feed() {
  const socket = new FakeSocket();
  const onGap = jest.fn();
  const onRefused = jest.fn();
  let auth: (send: (data: { after?: number }) => void) => void = () => undefined;
  const live = new LiveFeed(
    (given) => {
      auth = given;
      return socket;
    },
    onGap,
    onRefused,
  );
  const sentAtConnect = () => {
    let sent: unknown;
    auth((data) => (sent = data));
    return sent;
  };
  return { live, socket, onGap, onRefused, sentAtConnect };
}

function notice(index: number): LogNotice {
  return { index, type: 'consultation.held', subject: { kind: 'consultation', id: 'c1' } };
}

describe('the live feed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends the last seen index at each connection', () => {
    const { socket, sentAtConnect } = feed();
    expect(sentAtConnect()).toEqual({});
    socket.emit('log', notice(0));
    expect(sentAtConnect()).toEqual({ after: 0 });
    socket.emit('log', notice(7));
    expect(sentAtConnect()).toEqual({ after: 7 });
  });

  it('hands each event on once, in bundles', () => {
    const { live, socket } = feed();
    const heard = jest.fn();
    live.listen(heard);
    socket.emit('log', notice(4));
    socket.emit('log', notice(5));
    socket.emit('log', notice(5));
    socket.emit('log', notice(4));
    jest.runAllTimers();
    socket.emit('log', notice(6));
    jest.runAllTimers();
    expect(heard.mock.calls).toEqual([[[notice(4), notice(5)]], [[notice(6)]]]);
  });

  it('says nothing more to one that has stopped listening', () => {
    const { live, socket } = feed();
    const heard = jest.fn();
    live.listen(heard)();
    socket.emit('log', notice(1));
    jest.runAllTimers();
    expect(heard).not.toHaveBeenCalled();
  });

  it('has everything read anew at the first welcome and after a reset, not after a short break', () => {
    const { socket, onGap, sentAtConnect } = feed();
    socket.emit('welcome', { index: 3 });
    expect(onGap).toHaveBeenCalledTimes(1);
    socket.emit('disconnect', 'transport close');
    expect(sentAtConnect()).toEqual({ after: 3 });
    socket.emit('log', notice(4));
    socket.emit('welcome', { index: 9 });
    expect(onGap).toHaveBeenCalledTimes(1);
    expect(sentAtConnect()).toEqual({ after: 9 });
    socket.emit('reset', { index: 2 });
    expect(onGap).toHaveBeenCalledTimes(2);
    expect(sentAtConnect()).toEqual({ after: 2 });
  });

  it('hears events again after a reset to an earlier index: the log has been restored', () => {
    const { live, socket } = feed();
    const heard = jest.fn();
    live.listen(heard);
    socket.emit('welcome', { index: 9 });
    socket.emit('reset', { index: 2 });
    socket.emit('log', notice(3));
    jest.runAllTimers();
    expect(heard).toHaveBeenCalledWith([notice(3)]);
  });

  it('asks about the session when the server closes the door, not when the network does', () => {
    const { socket, onRefused } = feed();
    socket.emit('disconnect', 'transport close');
    socket.emit('connect_error', new Error('websocket error'));
    expect(onRefused).not.toHaveBeenCalled();
    socket.emit('disconnect', 'io server disconnect');
    socket.emit('connect_error', Object.assign(new Error('unauthorized'), { data: { status: 401 } }));
    expect(onRefused).toHaveBeenCalledTimes(2);
  });

  it('forgets the index when it is closed: the next who acts starts afresh', () => {
    const { live, socket, sentAtConnect } = feed();
    socket.emit('log', notice(9));
    live.disconnect();
    expect(socket.disconnect).toHaveBeenCalled();
    expect(sentAtConnect()).toEqual({});
  });
});
