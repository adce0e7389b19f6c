/** From a turned-down mouth (1) to a broad smile (5). It stands beside words that say the same. */
export function Face({ score }: { score: number }) {
  const curve = 15.5 + (score - 3) * 2.5;
  return (
    <svg className="face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10" />
      <path
        d={`M8.5 9v.01M15.5 9v.01M7.5 ${15.5 - (score - 3) * 0.75}Q12 ${curve} 16.5 ${15.5 - (score - 3) * 0.75}`}
      />
    </svg>
  );
}
