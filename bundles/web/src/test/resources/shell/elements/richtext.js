export const richText = 1;
