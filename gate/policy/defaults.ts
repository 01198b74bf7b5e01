/** Days that evidence may be old where no policy says. */
export const defaultAge = 90;
