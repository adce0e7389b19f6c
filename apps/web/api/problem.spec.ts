import { asProblem, Problem, problemFrom } from './problem.ts';

function response(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

describe('a refusal', () => {
  it('keeps what the server said, field by field', () => {
    const body = {
      type: 'https://samordna.example/problems/validation',
      title: 'Frågan kan inte skickas ännu',
      status: 422,
      errors: [{ field: 'question', message: 'Skriv vad ni vill ha hjälp med.' }],
    };
    expect(problemFrom(response(422), body)).toMatchObject(body);
  });

  it('knows how many seconds to wait', () => {
    const body = { type: 'about:blank', title: 'För många försök', status: 429 };
    expect(problemFrom(response(429, { 'Retry-After': '120' }), body).retryAfter).toBe(120);
    expect(problemFrom(response(429, { 'Retry-After': 'soon' }), body).retryAfter).toBeUndefined();
    expect(problemFrom(response(429), body).retryAfter).toBeUndefined();
  });

  it.each([[undefined], ['<html>Bad Gateway</html>'], [{ message: 'oops' }], [null]])(
    'has words of our own when the body is %p',
    (body) => {
      expect(problemFrom(response(502), body)).toMatchObject({ title: 'Något gick fel', status: 502, errors: [] });
    },
  );

  it('is made of anything that was thrown', () => {
    const problem = new Problem({ type: 'about:blank', title: 'Nej', status: 409 });
    expect(asProblem(problem)).toBe(problem);
    expect(asProblem(new TypeError('x')).title).toBe('Något gick fel');
  });
});
