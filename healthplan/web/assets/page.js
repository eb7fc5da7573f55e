// Tells Streamlit where its server is. Without it a deep link first asks /<screen>/_stcore/health and gets a 404.
window.__streamlit = { BACKEND_BASE_URL: new URL("..", document.currentScript.src).href };

// A click on a drawn value opens its evidence. Streamlit's own way (select, rerun, switch the page) overwrites the
// address of the chart in the browser's history, so that Back would lead somewhere else.
function openEvidence(event) {
  const row = event.points[0].customdata?.[0];
  if (!row) return;
  const here = new URL(location.href);
  const address = new URL("sources", here);
  address.searchParams.set("row", row);
  if (here.searchParams.has("lang")) address.searchParams.set("lang", here.searchParams.get("lang"));
  location.assign(address);
}

new MutationObserver(() => {
  for (const chart of document.querySelectorAll(".js-plotly-plot:not([data-listening])")) {
    if (!chart.on) continue;
    chart.dataset.listening = "";
    chart.on("plotly_click", openEvidence);
  }
}).observe(document, { childList: true, subtree: true });
