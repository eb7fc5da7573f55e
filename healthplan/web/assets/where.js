// Tells Streamlit where its server is. Without it a deep link first asks /<screen>/_stcore/health and gets a 404.
window.__streamlit = { BACKEND_BASE_URL: new URL("..", document.currentScript.src).href };
