/** What a promise gives within so many milliseconds, else the other value; the promise itself goes on unheard. */
export const inTime = async <Value>(promise: Promise<Value>, milliseconds: number, late: Value): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<Value>((resolve) => {
    timer = setTimeout(resolve, milliseconds, late);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
};
