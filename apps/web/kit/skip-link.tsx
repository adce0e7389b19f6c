/** The first stop of the Tab key: past the header, straight to the page. */
export function SkipLink() {
  return (
    <a
      className="skip-link"
      href="#innehall"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('innehall')?.focus();
      }}
    >
      Hoppa till innehållet
    </a>
  );
}
