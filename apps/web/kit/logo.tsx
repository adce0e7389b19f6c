/** Four chairs in a ring around a child: no child shall fall between them. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="logo-chair" d="M7.8 17.5A12.5 12.5 0 0 1 17.5 7.8" />
      <path className="logo-chair other" d="M22.5 7.8A12.5 12.5 0 0 1 32.2 17.5" />
      <path className="logo-chair" d="M32.2 22.5A12.5 12.5 0 0 1 22.5 32.2" />
      <path className="logo-chair other" d="M17.5 32.2A12.5 12.5 0 0 1 7.8 22.5" />
      <circle className="logo-child" cx="20" cy="20" r="4.5" />
    </svg>
  );
}
