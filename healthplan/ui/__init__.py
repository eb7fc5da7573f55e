"""Everything the screens share that speaks Streamlit: the view, the address, the pickers, the templates, the
charts."""
