/** Would set `window.ran` if it were ever anything but text. */
export const hostileText = `<img src=x onerror="window.ran=1"><script>window.ran=1</script>"'><svg onload=window.ran=1>`;
