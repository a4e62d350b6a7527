/** Whether the page is asked for as a part of another one: `?embed` shows editor and results alone. */

export const embedded = new URLSearchParams(location.search).has("embed");

if (embedded) document.documentElement.dataset.embed = "";
