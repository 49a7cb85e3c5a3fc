"""A bare Streamlit page with text only: the least that any page of the app can cost."""

import streamlit as st

st.title("A bare page")
st.write("One paragraph of ordinary length, so that there is a title and some text to show.")
