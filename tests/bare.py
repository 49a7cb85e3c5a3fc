"""What Streamlit shows by itself: the page that the app is compared with."""

import streamlit as st

st.title("Bare")
st.write("Nothing but Streamlit.")
