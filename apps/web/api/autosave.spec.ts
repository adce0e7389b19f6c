import { Autosave, type AutosaveStatus, type Stored } from './autosave.ts';
import { Problem } from './problem.ts';

const refusal = (status: number) => new Problem({ type: 'about:blank', title: 'Nej', status });

function writing(opened: Stored<string> = { content: '', version: 1 }) {
  const server = { ...opened };
  const write = jest.fn((content: string, version: number) => {
    if (version !== server.version) return Promise.reject(refusal(412));
    Object.assign(server, { content, version: version + 1 });
    return Promise.resolve({ ...server });
  });
  const read = jest.fn(() => Promise.resolve({ ...server }));
  let status: AutosaveStatus<string> | undefined;
  const autosave = new Autosave(opened, { read, write }, (now) => {
    status = now;
  });
  return { autosave, server, write, read, status: () => status };
}

describe('saving while writing', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('saves once, a second after the typing stops', async () => {
    const { autosave, write, server, status } = writing();
    autosave.offer('E');
    await jest.advanceTimersByTimeAsync(900);
    autosave.offer('Ele');
    await jest.advanceTimersByTimeAsync(900);
    expect(write).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(100);
    expect(write.mock.calls).toEqual([['Ele', 1]]);
    expect(server).toEqual({ content: 'Ele', version: 2 });
    expect(status()).toMatchObject({ saving: { state: 'saved' }, problem: null });
    expect(autosave.isUnsaved).toBe(false);
  });

  it('sends one save at a time and then what was written meanwhile, with the new version', async () => {
    const { autosave, write, server } = writing();
    let arrive = () => {};
    write.mockImplementationOnce(async (content, version) => {
      await new Promise<void>((resolve) => (arrive = resolve));
      Object.assign(server, { content, version: version + 1 });
      return { ...server };
    });
    autosave.offer('a');
    await jest.advanceTimersByTimeAsync(1000);
    autosave.offer('ab');
    await jest.advanceTimersByTimeAsync(3000);
    expect(write).toHaveBeenCalledTimes(1);
    arrive();
    await jest.advanceTimersByTimeAsync(1000);
    expect(write.mock.calls).toEqual([
      ['a', 1],
      ['ab', 2],
    ]);
  });

  it('keeps the text when it is refused, and saves it when it has been mended', async () => {
    const { autosave, write, server, status } = writing();
    write.mockRejectedValueOnce(refusal(422));
    autosave.offer('Elsa');
    await jest.advanceTimersByTimeAsync(20_000);
    expect(write).toHaveBeenCalledTimes(1);
    expect(status()).toMatchObject({ saving: { state: 'failed' }, problem: { status: 422 } });
    expect(autosave.isUnsaved).toBe(true);
    autosave.offer('Eleven');
    await jest.advanceTimersByTimeAsync(1000);
    expect(server.content).toBe('Eleven');
    expect(status()?.problem).toBeNull();
  });

  it.each([0, 401, 503])('tries again by itself after %i', async (code) => {
    const { autosave, write, server } = writing();
    write.mockRejectedValueOnce(refusal(code));
    autosave.offer('kvar');
    await jest.advanceTimersByTimeAsync(1000);
    expect(server.content).toBe('');
    await jest.advanceTimersByTimeAsync(5000);
    expect(server.content).toBe('kvar');
  });

  it('knows its own save again when only the answer was lost', async () => {
    const { autosave, write, server, status } = writing();
    write.mockImplementationOnce((content, version) => {
      Object.assign(server, { content, version: version + 1 });
      return Promise.reject(refusal(0));
    });
    autosave.offer('ett');
    await jest.advanceTimersByTimeAsync(1000);
    autosave.offer('ett två');
    await jest.advanceTimersByTimeAsync(1000);
    expect(server).toEqual({ content: 'ett två', version: 3 });
    expect(status()?.conflict).toBeNull();
  });

  it('shows what another has saved and writes nothing until the person has chosen', async () => {
    const { autosave, write, server, status } = writing();
    Object.assign(server, { content: 'deras', version: 5 });
    autosave.offer('min');
    await jest.advanceTimersByTimeAsync(1000);
    expect(status()?.conflict).toEqual({ content: 'deras', version: 5 });
    autosave.offer('min text');
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await autosave.flush()).toBe(false);
    expect(write).toHaveBeenCalledTimes(1);
    expect(await autosave.keepMine()).toBe(true);
    expect(server).toEqual({ content: 'min text', version: 6 });
  });

  it("takes the other's text over when the person wants that", async () => {
    const { autosave, server, status } = writing();
    Object.assign(server, { content: 'deras', version: 5 });
    autosave.offer('min');
    await jest.advanceTimersByTimeAsync(1000);
    expect(autosave.takeSaved()).toBe('deras');
    expect(autosave.isUnsaved).toBe(false);
    expect(status()?.conflict).toBeNull();
    expect(server).toEqual({ content: 'deras', version: 5 });
  });

  it('has nothing more to save once it is stopped', async () => {
    const { autosave, write } = writing();
    autosave.offer('slängs');
    autosave.stop();
    autosave.offer('slängs nu');
    await jest.advanceTimersByTimeAsync(20_000);
    expect(write).not.toHaveBeenCalled();
    expect(autosave.isUnsaved).toBe(false);
  });

  it('takes up what another has saved, but never over what is unsaved here, and never an older text', async () => {
    const { autosave, write } = writing({ content: 'råd', version: 3 });
    expect(autosave.follow({ content: 'gammalt', version: 3 })).toBe(false);
    expect(autosave.follow({ content: 'deras', version: 4 })).toBe(true);
    autosave.offer('deras');
    expect(autosave.isUnsaved).toBe(false);
    autosave.offer('deras och mitt');
    expect(autosave.follow({ content: 'deras igen', version: 5 })).toBe(false);
    await jest.advanceTimersByTimeAsync(1000);
    expect(write.mock.calls).toEqual([['deras och mitt', 4]]);
  });
});
