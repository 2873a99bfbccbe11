/** The colours of the light theme for pictures and the manifest, which cannot read a style sheet. A test holds them equal to tokens.css. */
export const palette = {
  paper: '#fffdf9',
  ink: '#1a1815',
  inkSoft: '#4a453d',
  accent: '#8c1c13',
};
