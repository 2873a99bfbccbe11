/** On a phone a link goes to the system's sheet; elsewhere copying is what people want. */
export const sharesLinks = (): boolean => 'share' in navigator && matchMedia('(pointer: coarse)').matches;
