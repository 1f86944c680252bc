export function Eye({ width = 26 }: { width?: number }) {
  return (
    <svg className="eye" width={width} height={(width * 20) / 26} viewBox="0 0 26 20" aria-hidden="true">
      <path
        d="M1.5 10C4.6 4.3 8.5 1.5 13 1.5S21.4 4.3 24.5 10C21.4 15.7 17.5 18.5 13 18.5S4.6 15.7 1.5 10z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <circle cx="13" cy="10" r="4.6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M13 5.8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </svg>
  );
}
