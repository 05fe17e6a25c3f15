/**
 * Has the browser save a file as if it were a download.
 * @param {string} name
 * @param {Blob} content
 */
export function saveFile(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Later: the browser reads it after this function.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
