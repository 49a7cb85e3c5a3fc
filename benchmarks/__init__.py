"""How fast the app is, beside bare Streamlit pages measured in the same run."""
