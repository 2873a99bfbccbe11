/** Whether what moves by script does it at once: the system asks for less motion, or the reader's settings do. */
export const wantsLessMotion = (): boolean =>
  document.documentElement.dataset['motion'] === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;
