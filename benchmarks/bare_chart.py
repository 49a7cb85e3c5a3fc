"""A bare Streamlit page with one Plotly figure of 60 points: the least that a figure costs."""

import plotly.graph_objects as go
import streamlit as st

POINTS = 60

st.title("A bare page with a figure")
st.write("One paragraph of ordinary length, so that there is a title and some text to show.")
figure = go.Figure(
    go.Scatter(x=list(range(POINTS)), y=[point % 4 for point in range(POINTS)], mode="markers")
)
st.plotly_chart(figure)
