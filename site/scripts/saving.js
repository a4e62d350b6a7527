/** Hands data to the learner as a file. */

/** @param {string} name @param {object} data */
export function saveFile(name, data) {
  const text = `${JSON.stringify(data, null, 1)}\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
