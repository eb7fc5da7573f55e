"""What stands between the browser and Streamlit: files compressed ahead, the first HTML page, security
headers."""
