"""What the product costs in time and bytes, beside a bare Streamlit page with the same chart."""
